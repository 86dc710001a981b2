/**
 * The books: double entry, every entry sums to zero, nothing is changed afterwards.
 */
@NullMarked
package org.tillwright.server.ledger;

import org.jspecify.annotations.NullMarked;
