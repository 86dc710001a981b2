/**
 * A second person's yes to one thing that the operator may not do: asked in place, given by PIN or badge, also without a server,
 * signed and on disk before the thing is done. It counts for that thing alone, once, and for a minute.
 */
@NullMarked
package org.tillwright.register.approval;

import org.jspecify.annotations.NullMarked;
