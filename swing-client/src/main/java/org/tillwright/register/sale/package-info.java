/** The sale in progress: cart, payments, finish. Knows no screen; used on the event thread only. */
@NullMarked
package org.tillwright.register.sale;

import org.jspecify.annotations.NullMarked;
