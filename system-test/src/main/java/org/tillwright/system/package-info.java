/**
 * The whole product at once: the demo, the benchmarks, and what the system tests start. Runs the server as a program of
 * its own and the devices at the far end of real lines; reaches into neither.
 */
@NullMarked
package org.tillwright.system;

import org.jspecify.annotations.NullMarked;
