package org.tillwright.simulator;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.TcpLine;

/**
 * A simulator's end of a line: a serial port, or a TCP port on this machine that one caller at a time may use. Reads on a
 * thread of its own, and opens again when the line was lost.
 */
public final class FarEnd implements AutoCloseable {

    private static final Logger LOG = System.getLogger(FarEnd.class.getName());
    private static final String TCP = "tcp:";
    private static final int BAUD = 38_400;
    private static final int READ_BYTES = 4_096;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration OPEN_PATIENCE = Duration.ofSeconds(10);

    private final Peer peer;
    private final @Nullable Path port;
    private final @Nullable Cable cable;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Object accepting = new Object();
    private int tcpPort;
    private @Nullable ServerSocket server;
    private volatile boolean pulled;
    private volatile @Nullable SerialLine line;

    private FarEnd(String where, @Nullable Cable cable, Peer peer) throws IOException {
        this.peer = peer;
        this.cable = cable;
        if (where.startsWith(TCP)) {
            port = null;
            tcpPort = portNumber(where.substring(TCP.length()));
            listen();
        } else {
            port = Path.of(where);
        }
    }

    /**
     * Opens a simulator's end.
     *
     * @param where path of a serial port, or {@code tcp:PORT}; port 0 takes any that is free
     * @param cable what {@link #pull} pulls on a serial port; null when it is not ours to pull
     */
    public static FarEnd open(String where, @Nullable Cable cable, Peer peer) throws IOException {
        var end = new FarEnd(where, cable, peer);
        var reader = new Thread(end::run, "simulator " + where);
        reader.setDaemon(true);
        reader.start();
        end.awaitOpen(where);
        return end;
    }

    private static int portNumber(String text) throws IOException {
        String number = text.substring(text.lastIndexOf(':') + 1);
        if (!number.matches("[0-9]{1,5}") || Integer.parseInt(number) > 65_535) {
            throw new IOException("\"" + text + "\" is no TCP port; write a number such as tcp:9100");
        }
        return Integer.parseInt(number);
    }

    private void awaitOpen(String where) throws IOException {
        try {
            if (!opened.await(OPEN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                close();
                throw new IOException("cannot open " + where + "; is it there, and may this account use it?");
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while opening " + where, e);
        }
    }

    /** The TCP port that is listened on; 0 on a serial line. */
    public int tcpPort() {
        return tcpPort;
    }

    /** Sends to the register, when it is there. From any thread. */
    void send(byte[] bytes) throws IOException {
        SerialLine open = line;
        if (open == null) {
            throw new IOException("no register is at the other end");
        }
        synchronized (open) { // a line takes one writer at a time
            open.write(bytes);
        }
    }

    private void run() {
        try {
            do {
                if (!pulled) {
                    serve();
                }
            } while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the simulator is ending
        }
    }

    private void serve() {
        Optional<SerialLine> next = Optional.empty();
        try {
            next = port == null
                    ? accept()
                    : Optional.of(SerialAddress.of(port, BAUD).open());
            if (next.isPresent()) {
                line = next.get();
                opened.countDown();
                peer.connected();
                read(next.get());
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the register''s end is gone: {0}", e.getMessage());
        } finally {
            line = null;
            next.ifPresent(SerialLine::close);
        }
    }

    private void read(SerialLine open) throws IOException {
        byte[] buffer = new byte[READ_BYTES];
        while (closed.getCount() > 0 && !pulled) {
            int count = open.read(buffer, LOOK_EVERY);
            if (count > 0) {
                peer.received(Arrays.copyOf(buffer, count));
            }
        }
    }

    private void listen() throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.setSoTimeout(Math.toIntExact(LOOK_EVERY.toMillis()));
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), tcpPort));
        } catch (IOException e) {
            socket.close();
            throw new IOException("TCP port " + tcpPort + " is taken by another program; choose another", e);
        }
        tcpPort = socket.getLocalPort();
        server = socket;
        opened.countDown();
    }

    private Optional<SerialLine> accept() throws IOException {
        ServerSocket listening = server;
        if (listening == null) {
            return Optional.empty();
        }
        synchronized (accepting) {
            try {
                return Optional.of(TcpLine.accepted(listening.accept()));
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            }
        }
    }

    /** Pulls the cable, as far as it is ours: on a serial port without a cable the simulator just stops reading. */
    public void pull() {
        pulled = true;
        if (cable != null) {
            cable.pull();
        }
        hangUp();
    }

    /** Ends the call that is going on, as a cable does that is pulled and put in again at once. */
    void drop() throws IOException {
        SerialLine open = line;
        if (port != null) {
            if (cable != null) {
                cable.pull();
                cable.plugIn();
            }
        } else if (open != null) {
            open.close();
        }
    }

    /** Puts the cable back in. */
    public void plugIn() throws IOException {
        if (cable != null) {
            cable.plugIn();
        }
        if (port == null) {
            listen();
        }
        pulled = false;
    }

    private void hangUp() {
        try {
            ServerSocket listening = server;
            server = null;
            if (listening != null) {
                listening.close();
                awaitShut();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a port did not close cleanly", e);
        }
        SerialLine open = line;
        if (port == null && open != null) {
            open.close();
        }
    }

    /** The system takes callers for as long as a thread waits for them, a moment longer than the socket is closed. */
    private void awaitShut() {
        synchronized (accepting) {
            LOG.log(Level.DEBUG, "nobody waits for callers any more");
        }
    }

    @Override
    public void close() {
        closed.countDown();
        hangUp();
    }

    /** Hears what the register sends, on the end's own thread. */
    interface Peer {

        void received(byte[] bytes) throws IOException;

        /** A register, or a new one, is at the other end. */
        default void connected() {}
    }
}
