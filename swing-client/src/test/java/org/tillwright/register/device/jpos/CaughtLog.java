package org.tillwright.register.device.jpos;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that is logged meanwhile, at every level. */
final class CaughtLog extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("org.tillwright");
    private final Level before = root.getLevel();
    private final StringBuilder text = new StringBuilder();

    private CaughtLog() {}

    static CaughtLog everything() {
        var caught = new CaughtLog();
        caught.setLevel(Level.ALL);
        caught.root.setLevel(Level.ALL);
        caught.root.addHandler(caught);
        return caught;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        text.append(new SimpleFormatter().formatMessage(entry)).append('\n');
        if (entry.getThrown() != null) {
            var stack = new StringWriter();
            entry.getThrown().printStackTrace(new PrintWriter(stack));
            text.append(stack);
        }
    }

    synchronized String text() {
        return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
    }
}
