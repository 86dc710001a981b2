package org.tillwright.system.shapes;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.tillwright.wire.FirstStart;

/** One way of running the store server. Everything a caller can see must be the same in all of them. */
interface Shape extends AutoCloseable {

    /** Where the application answers, with its context root. */
    URI address();

    /** The secrets that the first start on an empty database made. */
    FirstStart firstStart() throws IOException;

    /** The server and everything that it started. */
    List<ProcessHandle> programs();

    /** All that the server has logged since its last start. */
    String log() throws IOException;

    /** Stops the server in order and starts it again on the same data, as an upgrade does. */
    void renew() throws IOException;

    @Override
    void close() throws IOException;
}
