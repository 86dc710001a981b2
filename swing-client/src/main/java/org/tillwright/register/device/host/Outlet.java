package org.tillwright.register.device.host;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.host.HostedService.EventOutlet;
import org.tillwright.register.device.serial.LineException;

/** A channel's events on their way to the register, no more of them than the register said it has room for. */
final class Outlet implements EventOutlet {

    private static final Logger LOG = System.getLogger(Outlet.class.getName());

    /** What may be on its way or unread at the register. */
    static final int WINDOW_BYTES = 65_536;

    /** What a small event counts as, so that a flood of empty ones is bounded too. */
    private static final int LEAST_COST_BYTES = 64;

    private final int channel;
    private final FrameWriter out;
    private int room = WINDOW_BYTES;
    private boolean closed;

    Outlet(int channel, FrameWriter out) {
        this.channel = channel;
        this.out = out;
    }

    /** What an event of this length takes of the window. */
    static int cost(int length) {
        return Math.max(LEAST_COST_BYTES, length);
    }

    @Override
    public void event(byte[] event) throws IOException {
        takeRoom(cost(event.length));
        out.write(new Frame(Frame.Kind.EVENT, channel, 0, event));
    }

    private synchronized void takeRoom(int cost) throws IOException {
        try {
            while (room < cost && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the register reads nothing");
        }
        if (closed) {
            throw new LineException(Trouble.CLOSED, "channel " + channel + " was closed");
        }
        room -= cost;
    }

    synchronized void credit(int bytes) {
        room = Math.min(WINDOW_BYTES, room + Math.max(0, bytes));
        notifyAll();
    }

    @Override
    public void ended(LineException why) {
        try {
            out.write(Frame.of(
                    Frame.Kind.ENDED, channel, 0, Failures.text(why.trouble(), String.valueOf(why.getMessage()))));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the register is gone", e); // the reader of its frames finds that out too
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
