/**
 * How the devices of registers are doing: the last state that each register told, the newest changes, and alerts that are
 * told once until what they are about is over. Nothing here is on a sale's way, and a report that is lost does no harm.
 */
@NullMarked
package org.tillwright.server.devices;

import org.jspecify.annotations.NullMarked;
