/**
 * What is made of an order: which station makes what, the tickets that tell it, and the way of each ticket to its printer. What
 * was told is kept with the order, so that only what changed is told again; a printer that is away delays its tickets and
 * nothing else. Knows no screen and no sale.
 */
@NullMarked
package org.tillwright.register.kitchen;

import org.jspecify.annotations.NullMarked;
