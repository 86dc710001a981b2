package org.tillwright.core.promotion;

/**
 * How far the search goes. All are counts of steps, never of time, so that every machine stops at the same place. Beyond
 * them the result is a good combination and says how much better another one could be.
 */
final class SearchLimits {

    /** Steps in one sale: a count of pieces that is tried for one rule, on one line, after one way to begin. */
    static final int STEPS = 40_000;

    /**
     * Steps for the sets of one STACKING promotion in its turn. They are its own: what it takes must not depend on how long
     * the search was before.
     */
    static final int STEPS_OF_SETS = 4_000;

    /** Ways to begin that may come together before the search drops any. */
    static final int ALL_STATES = 256;

    /** The part of the steps that are left which may be spent on that: one of so many. */
    static final int SHARE_OF_ALL = 8;

    /** Ways to begin that are followed in the first walk through the lines, and in the last. */
    static final int FIRST_WIDTH = 16;

    /** The same for the sets of one STACKING promotion alone, which leave few states. */
    static final int WIDTH_OF_SETS = 64;

    static final int LAST_WIDTH = 1024;

    /** How often prices are improved after the first walk, four times as often after each other one, and how many looks at a price count as one step. */
    static final int ROUNDS = 5;

    static final int STEPS_OF_A_PRICE = 4;

    /** Pieces of a line up to which all counts are tried; of longer ones those that give nearly all or nearly none. */
    static final int PIECES_OF_A_LINE = 100;

    /** States of a rule that are told apart in its bound. */
    static final int STATES_OF_A_BOUND = 256;

    private SearchLimits() {}
}
