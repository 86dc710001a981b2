/**
 * Works tax out: several taxes on a line, in the price or on top, rounded per line or per total, so that net plus tax is
 * gross at every level. Exact until the one rounding that the policy names; knows nothing of prices, discounts or items.
 */
@NullMarked
package org.tillwright.core.tax;

import org.jspecify.annotations.NullMarked;
