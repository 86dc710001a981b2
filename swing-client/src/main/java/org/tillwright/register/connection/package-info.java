/** The screen that makes this register known to a store server, and says how good the way there is. */
@NullMarked
package org.tillwright.register.connection;

import org.jspecify.annotations.NullMarked;
