package org.tillwright.server.reporting;

import org.jspecify.annotations.Nullable;

/**
 * Who an invoice is for, as somebody wrote it; what is left out is taken from the sale's customer where there is one.
 *
 * @param address lines parted by line feeds
 */
public record BuyerDraft(@Nullable String name, @Nullable String address, @Nullable String taxNumber) {

    public static final BuyerDraft NONE = new BuyerDraft(null, null, null);
}
