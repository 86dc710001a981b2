/**
 * Rules that lower prices, and the search for the combination of them that takes most off a sale. Pure functions of
 * whole minor units, deterministic, without a clock; knows nothing of prices, taxes or how money goes back.
 */
@NullMarked
package org.tillwright.core.promotion;

import org.jspecify.annotations.NullMarked;
