package org.tillwright.core.paymentqr.seeded;

import org.tillwright.core.barcode.ScanCode;

/** Breaks the rule that payment codes know amounts and nothing else. */
public record PaymentQrThatKnowsBarcodes(ScanCode code) {}
