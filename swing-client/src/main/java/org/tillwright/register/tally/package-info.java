/**
 * What each record of the journal adds to the figures of a till. Pure arithmetic over records: whoever reads the same records comes to the
 * same sums.
 */
@NullMarked
package org.tillwright.register.tally;

import org.jspecify.annotations.NullMarked;
