package org.tillwright.wire.shop;

/**
 * The rules of a store are in.
 *
 * @param number the publication that registers find them in
 */
public record ShopRulesAnswer(Long number) {}
