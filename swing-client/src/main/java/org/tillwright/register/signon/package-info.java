/** Who is at the register: number and PIN against the snapshot, with or without a server. */
@NullMarked
package org.tillwright.register.signon;

import org.jspecify.annotations.NullMarked;
