/**
 * The receipt of a finished sale: the small language that its layout is written in, and how a sale becomes lines of paper.
 * Register and server lay out alike; nothing here decides an amount.
 */
@NullMarked
package org.tillwright.wire.receipt;

import org.jspecify.annotations.NullMarked;
