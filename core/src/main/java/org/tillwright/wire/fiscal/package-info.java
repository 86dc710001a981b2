/**
 * What a country's law wants between a sale and its receipt, as far as register and server must agree on it: which sales a
 * fiscal device signs, what it answered, and what the paper says when it did not.
 */
@NullMarked
package org.tillwright.wire.fiscal;

import org.jspecify.annotations.NullMarked;
