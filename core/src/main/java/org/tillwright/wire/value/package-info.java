/** Money that is kept under a number: gift cards, store credit, accounts of customers. Asked of the server while paying. */
@NullMarked
package org.tillwright.wire.value;

import org.jspecify.annotations.NullMarked;
