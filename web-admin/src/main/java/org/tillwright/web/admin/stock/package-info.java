/** The page for stock: what is on hand, what it cost, and what somebody counted. Works nothing out itself. */
@NullMarked
package org.tillwright.web.admin.stock;

import org.jspecify.annotations.NullMarked;
