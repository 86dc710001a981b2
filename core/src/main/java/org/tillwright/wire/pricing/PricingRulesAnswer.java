package org.tillwright.wire.pricing;

/**
 * The rules are in.
 *
 * @param number the publication that registers find them in
 */
public record PricingRulesAnswer(Long number) {}
