/** Payments from purses on phones, as a register asks the server for them. The server asks the gateway; registers never do. */
@NullMarked
package org.tillwright.wire.wallet;

import org.jspecify.annotations.NullMarked;
