/** Lays a finished sale out as the lines of a receipt. Decides no amount. */
@NullMarked
package org.tillwright.register.receipt;

import org.jspecify.annotations.NullMarked;
