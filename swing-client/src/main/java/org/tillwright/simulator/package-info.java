/**
 * Programs at the far end of a device's line: a printer that shows its paper, a scanner, a display and a card terminal.
 * They know the protocols and nothing of the register; a register reaches them over a real line only.
 */
@NullMarked
package org.tillwright.simulator;

import org.jspecify.annotations.NullMarked;
