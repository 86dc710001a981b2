/**
 * The electronic journal of the till: finds this register's sales, shows and copies their receipts, and undoes a sale of the
 * open till by another one. Nothing in it is ever changed.
 */
@NullMarked
package org.tillwright.register.receipts;

import org.jspecify.annotations.NullMarked;
