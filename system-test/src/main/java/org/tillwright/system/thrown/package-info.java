/**
 * Throws price books and carts by dice of its own: one seed and number give the same on every machine. It knows no engine
 * and judges nothing.
 */
@NullMarked
package org.tillwright.system.thrown;

import org.jspecify.annotations.NullMarked;
