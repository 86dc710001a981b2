/** What comes in by keys: which key does what, and scanners that type like a keyboard. */
@NullMarked
package org.tillwright.register.keyboard;

import org.jspecify.annotations.NullMarked;
