package org.tillwright.server.pricing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication of pricing rules.
 *
 * @param number the publication
 * @param until the publication that put others in their place; null while they count
 * @param publishedBy name of the operator; null for none
 */
public record RulesSpan(long number, @Nullable Long until, @Nullable String publishedBy, Instant publishedAt) {}
