/**
 * Who buys: found by card, phone or name, at the server or among those who were here before, and put on the sale so that prices
 * and credit go by it. What is kept of customers on this machine is little, few, and forgotten in time.
 */
@NullMarked
package org.tillwright.register.customer;

import org.jspecify.annotations.NullMarked;
