/**
 * Exact amounts, rates, prices and quantities. Nothing here rounds unless the caller names the rounding, and nothing is
 * ever held in binary fractions.
 */
@NullMarked
package org.tillwright.core.money;

import org.jspecify.annotations.NullMarked;
