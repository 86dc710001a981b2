/**
 * The step between a sale and its paper that a country's law may want: has the store's fiscal device sign what is on disk already,
 * writes its answer down beside it, and says what happens while the device is away. Never decides about the sale itself, and never holds
 * up the screen.
 */
@NullMarked
package org.tillwright.register.fiscal;

import org.jspecify.annotations.NullMarked;
