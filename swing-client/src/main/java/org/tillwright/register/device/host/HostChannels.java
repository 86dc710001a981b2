package org.tillwright.register.device.host;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The channels of a device host, and who gets which frame. Frames come from one thread, which never waits in here. */
final class HostChannels {

    private static final Logger LOG = System.getLogger(HostChannels.class.getName());

    /** More devices than any register has. */
    static final int MOST_CHANNELS = 64;

    /** What ports get to close by themselves when the register ends; a stale lock is worth this wait and no more. */
    private static final Duration CLOSE_PATIENCE = Duration.ofMillis(500);

    private final Map<String, HostedService> services;
    private final FrameWriter out;
    private final Map<Integer, HostChannel> open = new HashMap<>();

    HostChannels(Map<String, HostedService> services, FrameWriter out) {
        this.services = services;
        this.out = out;
    }

    void take(Frame frame) throws IOException {
        switch (frame.kind()) {
            case PING -> out.write(Frame.of(Frame.Kind.PONG, 0, frame.request()));
            case OPEN -> open(frame);
            case CALL -> of(frame).call(frame);
            case CREDIT -> of(frame).credit(frame.request());
            case CLOSE -> close(frame);
            default -> LOG.log(Level.WARNING, "a frame that only goes the other way: {0}", frame);
        }
    }

    private void open(Frame frame) throws IOException {
        String[] named = frame.text().split("\n", 2);
        HostedService service = services.get(named[0]);
        if (service == null || named.length < 2 || open.size() >= MOST_CHANNELS || open.containsKey(frame.channel())) {
            out.write(HostChannel.failure(frame, "there is no driver " + named[0] + ", or it has too many channels"));
            return;
        }
        var channel = new HostChannel(frame.channel(), out);
        open.put(frame.channel(), channel);
        channel.open(frame, service, named[1]);
    }

    /** A frame for a channel that is gone is answered by one that refuses everything. */
    private HostChannel of(Frame frame) {
        HostChannel channel = open.get(frame.channel());
        return channel == null ? HostChannel.gone(frame.channel(), out) : channel;
    }

    private void close(Frame frame) {
        HostChannel channel = open.remove(frame.channel());
        if (channel == null) {
            channel = HostChannel.gone(frame.channel(), out);
        }
        channel.close(frame);
    }

    /** The register is gone: closes what lets itself be closed within a moment. */
    void close() {
        List<Thread> closing = new ArrayList<>();
        open.values().forEach(channel -> closing.add(channel.closeAlone()));
        long deadline = System.nanoTime() + CLOSE_PATIENCE.toNanos();
        try {
            for (Thread each : closing) {
                each.join(Math.max(
                        1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
