/** From the addresses in a register's settings to drivers. Every fault in an address is told, all at once; no hardware is touched. */
@NullMarked
package org.tillwright.register.device.address;

import org.jspecify.annotations.NullMarked;
