/**
 * Starts the store server on one machine: the embedded MariaDB, then Payara Micro with the WAR, both on loopback. Owns the
 * server's settings and its data directory; knows nothing of sales.
 */
@NullMarked
package org.tillwright.boot;

import org.jspecify.annotations.NullMarked;
