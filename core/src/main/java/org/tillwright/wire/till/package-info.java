/** What a till tells of itself while it is open and when it is closed: the figures of its X and Z reports. */
@NullMarked
package org.tillwright.wire.till;

import org.jspecify.annotations.NullMarked;
