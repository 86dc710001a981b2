/** Sales that are not finished where they were begun: parked carts, quotations, and goods set aside against deposits. */
@NullMarked
package org.tillwright.wire.order;

import org.jspecify.annotations.NullMarked;
