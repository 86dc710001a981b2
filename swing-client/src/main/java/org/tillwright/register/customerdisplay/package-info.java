/**
 * The second screen, which the customer sees: the lines and the total as the register shows them, what is to be paid and how,
 * and a keyboard for an address. It tells nothing that is not the customer's business, and never keeps a sale waiting.
 */
@NullMarked
package org.tillwright.register.customerdisplay;

import org.jspecify.annotations.NullMarked;
