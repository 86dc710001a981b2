/** Barcode scanners on a serial line. A scanner that types like a keyboard is the screens' matter. */
@NullMarked
package org.tillwright.register.device.scanner;

import org.jspecify.annotations.NullMarked;
