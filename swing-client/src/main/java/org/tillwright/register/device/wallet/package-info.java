/** Payment gateways for purses on phones: what the register asks of them, and how their answers are read. */
@NullMarked
package org.tillwright.register.device.wallet;

import org.jspecify.annotations.NullMarked;
