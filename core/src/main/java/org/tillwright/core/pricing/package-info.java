/**
 * Prices a whole cart from a price book: pure functions that give register, server and auditor the same cents. No clock,
 * no database, no locale.
 */
@NullMarked
package org.tillwright.core.pricing;

import org.jspecify.annotations.NullMarked;
