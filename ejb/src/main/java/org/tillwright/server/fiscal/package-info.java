/**
 * What fiscal devices signed, and what they did not: kept as registers told it, looked at once, never changed. Decides nothing about
 * a sale, and speaks to no device; those hang on the registers.
 */
@NullMarked
package org.tillwright.server.fiscal;

import org.jspecify.annotations.NullMarked;
