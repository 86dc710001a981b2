/**
 * The device host: a watched child process that serial ports and vendors' drivers live in, so that native code which
 * crashes or hangs takes neither the register nor a sale with it. {@code DriverHost} is the register's side,
 * {@code HostMain} the child; between them go {@code Frame}s and nothing else. Nothing here knows a device's protocol.
 */
@NullMarked
package org.tillwright.register.device.host;

import org.jspecify.annotations.NullMarked;
