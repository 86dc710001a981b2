/**
 * What acquirers and wallet gateways paid out, matched with what tills took: by code, trace and amount, each payout line and each
 * tender once. Whatever fits nothing is listed with the reason until a person settles it; nothing is guessed.
 */
@NullMarked
package org.tillwright.server.settlement;

import org.jspecify.annotations.NullMarked;
