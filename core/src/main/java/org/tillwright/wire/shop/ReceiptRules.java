package org.tillwright.wire.shop;

import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * The papers of a store.
 *
 * @param template how a receipt is laid out, in the words of docs/receipts.md; null for the usual one
 * @param logoPictureId picture at the head of the receipt; null for none
 * @param byEmail true if receipts are sent by e-mail; null for false
 * @param bySms true if receipts are sent to phones; null for false
 */
public record ReceiptRules(
        @Nullable @Limit(20_000) String template,
        @Nullable @Limit(80) String logoPictureId,
        @Nullable Boolean byEmail,
        @Nullable Boolean bySms) {}
