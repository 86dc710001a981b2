/**
 * Money that is kept under numbers, as the register sells and takes it: gift cards sold and topped up, what is on a card, and
 * what customers pay of what they owe. It is paid beside the goods, and is never income.
 */
@NullMarked
package org.tillwright.register.storedvalue;

import org.jspecify.annotations.NullMarked;
