/** Customer displays, one class a protocol. */
@NullMarked
package org.tillwright.register.device.display;

import org.jspecify.annotations.NullMarked;
