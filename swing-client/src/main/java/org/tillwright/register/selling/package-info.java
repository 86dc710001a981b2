/** The screen that sells: lines, tiles, and everything that can be done to a sale before it is paid. */
@NullMarked
package org.tillwright.register.selling;

import org.jspecify.annotations.NullMarked;
