/** How a store sells: which functions it has, its tenders, reasons, limits and papers. Every part may be left out. */
@NullMarked
package org.tillwright.wire.shop;

import org.jspecify.annotations.NullMarked;
