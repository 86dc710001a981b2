/**
 * Database and server, started, watched and stopped together. {@link org.tillwright.boot.server.RunningStore} is the door;
 * {@code ServerEntry} and {@code JsonLines} run inside the server and stand alone.
 */
@NullMarked
package org.tillwright.boot.server;

import org.jspecify.annotations.NullMarked;
