/**
 * ESC/POS, the command set of Epson TM printers and most others: receipts to bytes, the drawer behind the printer, and
 * what the printer says of itself. Knows no port and no receipt layout.
 */
@NullMarked
package org.tillwright.register.device.escpos;

import org.jspecify.annotations.NullMarked;
