package org.tillwright.register.journal;

import org.tillwright.wire.TaxPolicyMessage;

/** What the register sells by at a moment; every record names it. */
public record SellingRule(long priceBookVersion, TaxPolicyMessage taxPolicy) {}
