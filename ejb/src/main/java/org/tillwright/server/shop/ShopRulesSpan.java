package org.tillwright.server.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication of a store's rules.
 *
 * @param number the publication
 * @param until the publication that put others in their place; null while they count
 * @param publishedBy name of the operator; null for none
 */
public record ShopRulesSpan(long number, @Nullable Long until, @Nullable String publishedBy, Instant publishedAt) {}
