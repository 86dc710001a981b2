/**
 * Tills from opening to settlement: what should be in them, what was counted, and the difference.
 */
@NullMarked
package org.tillwright.server.cash;

import org.jspecify.annotations.NullMarked;
