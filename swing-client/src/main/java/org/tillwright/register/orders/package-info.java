/**
 * Sales that are not finished where they were begun: parked ones, quotations, and goods set aside against deposits. What is
 * parked is kept on this register's own disk first; quotations and layaways are the server's, and need a line to it.
 */
@NullMarked
package org.tillwright.register.orders;

import org.jspecify.annotations.NullMarked;
