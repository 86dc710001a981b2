/** What the register sells and for how much: the snapshot in memory, and its copy on disk that a start without a server sells from. */
@NullMarked
package org.tillwright.register.catalogue;

import org.jspecify.annotations.NullMarked;
