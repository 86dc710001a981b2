/**
 * Sells thrown carts at a running server: rules and items are published, a register's own classes price the carts and write
 * the records, and the server says whether it comes to the same cents.
 */
@NullMarked
package org.tillwright.system.sample;

import org.jspecify.annotations.NullMarked;
