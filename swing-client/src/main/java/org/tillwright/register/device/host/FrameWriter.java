package org.tillwright.register.device.host;

import java.io.IOException;
import java.io.OutputStream;

/** Writes frames to a pipe, each whole. Any thread may; one that finds the pipe full waits. */
final class FrameWriter {

    private final OutputStream out;

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    synchronized void write(Frame frame) throws IOException {
        out.write(frame.bytes());
        out.flush();
    }
}
