/**
 * What of JavaPOS runs in the device host's child process: opening, claiming and using makers' services. Only classes of this
 * package know the JavaPOS library, and nothing here runs in the register's own process.
 */
@NullMarked
package org.tillwright.register.device.jpos.unit;

import org.jspecify.annotations.NullMarked;
