/** Reads the codes that scanners and people give for items, and says which of them were misread. */
@NullMarked
package org.tillwright.core.barcode;

import org.jspecify.annotations.NullMarked;
