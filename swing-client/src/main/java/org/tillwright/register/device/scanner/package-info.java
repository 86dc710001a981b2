/** Barcode scanners and badge readers on a serial line. One that types like a keyboard is the screens' matter. */
@NullMarked
package org.tillwright.register.device.scanner;

import org.jspecify.annotations.NullMarked;
