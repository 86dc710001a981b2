/**
 * Byte lines to devices: RS-232 ports and TCP sockets, and the shared line that opens again after a failure. Everything
 * here has a time limit, because a device at the far end may be off, jammed or gone. Only {@code Rs232Line} knows
 * {@code gnu.io}.
 */
@NullMarked
package org.tillwright.register.device.serial;

import org.jspecify.annotations.NullMarked;
