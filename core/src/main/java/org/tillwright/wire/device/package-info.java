/** How the devices of a register are doing, as the register tells its server. Told beside the sales and never before them. */
@NullMarked
package org.tillwright.wire.device;

import org.jspecify.annotations.NullMarked;
