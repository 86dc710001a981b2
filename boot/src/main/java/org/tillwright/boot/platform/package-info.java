/**
 * What starting, backing up and looking after all need: the data directory and its lock, programs and their end, files written
 * whole, ports, and the sentence that says why something did not start. Knows none of them.
 */
@NullMarked
package org.tillwright.boot.platform;

import org.jspecify.annotations.NullMarked;
