/**
 * Payments from purses on phones: asked of a gateway in the registers' name, kept until their end is known. The same id never
 * moves money twice, what the gateway tells is believed only when it is signed, and what it forgets to tell is asked for.
 */
@NullMarked
package org.tillwright.server.wallet;

import org.jspecify.annotations.NullMarked;
