/**
 * How much of what is where: a ledger of stock movements, and their running sum.
 */
@NullMarked
package org.tillwright.server.inventory;

import org.jspecify.annotations.NullMarked;
