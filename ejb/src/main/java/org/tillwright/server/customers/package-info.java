/**
 * Who buys, as far as a customer wants to be known: name, card, ways to be reached, and what prices and credit go by. Nothing
 * here knows what anybody bought or owes.
 */
@NullMarked
package org.tillwright.server.customers;

import org.jspecify.annotations.NullMarked;
