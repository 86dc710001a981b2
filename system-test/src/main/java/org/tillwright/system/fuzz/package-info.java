/**
 * Throws carts, prices, taxes, promotions and returns at the engine by the hundred thousand and holds every answer
 * against the laws of {@code docs/money.md} and against the reference. What breaks a law is shrunk and printed.
 */
@NullMarked
package org.tillwright.system.fuzz;

import org.jspecify.annotations.NullMarked;
