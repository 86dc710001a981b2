/**
 * Reads and writes what GS1 symbols carry: element strings by the dictionary of application identifiers, Digital Links,
 * coupons. It knows what a label says, never what an item costs or whether it exists.
 */
@NullMarked
package org.tillwright.core.gs1;

import org.jspecify.annotations.NullMarked;
