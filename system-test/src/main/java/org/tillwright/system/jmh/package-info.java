/** Benchmarks of the engine's hot paths by JMH: what a line on the screen waits for. Never shipped. */
@NullMarked
package org.tillwright.system.jmh;

import org.jspecify.annotations.NullMarked;
