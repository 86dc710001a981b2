package org.tillwright.core.promotion;

/**
 * How far the search goes. All are counts of steps, never of time, so that every machine stops at the same place. Beyond
 * them the result is a good combination and says how much better another one could be.
 */
final class SearchLimits {

    /** Choices for the pieces of a line that are looked at in one search of sets. */
    static final int STEPS = 20_000;

    /** Lines of whole combinations that are worked out in one sale: many of a small cart, a few of a large one. */
    static final int LINES_WORKED_OUT = 3_000;

    /** Steps of a search for sets that count as one more line worked out. */
    static final int STEPS_OF_A_LINE = 16;

    /** Ways to distribute the pieces of one line that are looked at. */
    static final int CHOICES_PER_LINE = 400;

    /** Lines of one part of a sale among which EXCLUSIVE promotions are distributed; the dearest ones. */
    static final int LINES = 400;

    /** Ways of applying EXCLUSIVE spend thresholds and quantity breaks that are compared in one part of a sale. */
    static final int MODES = 64;

    private SearchLimits() {}
}
