/** The screen that takes the money: cash, card, parts of both, and the change. */
@NullMarked
package org.tillwright.register.tendering;

import org.jspecify.annotations.NullMarked;
