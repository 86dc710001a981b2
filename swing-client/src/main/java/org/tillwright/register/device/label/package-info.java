/**
 * Label printers. A label goes to them as one picture, in ZPL II or TSPL: what is printed is what was drawn, on every maker's
 * machine and in every alphabet, and a printer's own fonts and barcodes do not matter.
 */
@NullMarked
package org.tillwright.register.device.label;

import org.jspecify.annotations.NullMarked;
