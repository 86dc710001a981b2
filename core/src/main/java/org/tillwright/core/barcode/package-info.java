/**
 * Reads the codes that scanners and people give for items: numbers and their check digits, what a scanner says of the
 * symbol, and the labels of scales that carry a price or a weight. It knows no prices of its own.
 */
@NullMarked
package org.tillwright.core.barcode;

import org.jspecify.annotations.NullMarked;
