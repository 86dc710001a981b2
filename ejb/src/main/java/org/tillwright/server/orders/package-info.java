/**
 * Sales that are not finished where they were begun: parked carts, quotations and layaways; the deposits on them are in the ledger of stored value. Who may go on
 * with one is decided here; a sale that went on without asking is booked as told, and listed.
 */
@NullMarked
package org.tillwright.server.orders;

import org.jspecify.annotations.NullMarked;
