/**
 * Devices that a maker's JavaPOS service drives, named in {@code jpos.xml}. The classes here are the register's side: they
 * read that file, and ask the device host's child process, where the maker's code runs. None of them loads any of it.
 */
@NullMarked
package org.tillwright.register.device.jpos;

import org.jspecify.annotations.NullMarked;
