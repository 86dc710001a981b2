/**
 * Goods that come back: finds the receipt, lets the operator choose what of it comes back, and gives the money back the ways it
 * came. Never gives back more than was bought or paid.
 */
@NullMarked
package org.tillwright.register.returning;

import org.jspecify.annotations.NullMarked;
