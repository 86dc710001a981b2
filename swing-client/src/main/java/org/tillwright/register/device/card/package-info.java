/**
 * Card terminals, one set of classes a protocol. No card number ever reaches the register: of what a terminal tells, the
 * last four digits are kept and the rest is dropped while it is read.
 */
@NullMarked
package org.tillwright.register.device.card;

import org.jspecify.annotations.NullMarked;
