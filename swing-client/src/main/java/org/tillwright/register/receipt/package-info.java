/** Lays a finished sale out as the lines of a receipt, as the shop's template says. Decides no amount. */
@NullMarked
package org.tillwright.register.receipt;

import org.jspecify.annotations.NullMarked;
