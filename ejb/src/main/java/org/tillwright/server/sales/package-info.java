/**
 * What was sold and paid. Records a sale as the register told it, and lists what the server would have computed otherwise.
 */
@NullMarked
package org.tillwright.server.sales;

import org.jspecify.annotations.NullMarked;
