/** The lines of the sale in progress, as they are drawn. */
@NullMarked
package org.tillwright.register.cart;

import org.jspecify.annotations.NullMarked;
