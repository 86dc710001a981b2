/**
 * Writes priced carts down as sales, and reads sales back as carts: the one place that knows both, so that what a register
 * tells is what the server works out anew.
 */
@NullMarked
package org.tillwright.wire.sale;

import org.jspecify.annotations.NullMarked;
