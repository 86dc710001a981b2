/** What keeps the register from its server, its disk and its devices, in words; and what a manager can do about it. */
@NullMarked
package org.tillwright.register.status;

import org.jspecify.annotations.NullMarked;
