/** Scales at the counter, one class for each way of talking. */
@NullMarked
package org.tillwright.register.device.scale;

import org.jspecify.annotations.NullMarked;
