package org.tillwright.system.devices;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sits in a line between a register and a simulated device, both on TCP. Lets everything through, puts in bytes of its own,
 * swallows what goes to the device, or cuts the line before a chosen message of a ZVT dialogue.
 */
final class Tap implements AutoCloseable {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int BUFFER_BYTES = 4_096;

    private final ServerSocket server;
    private final int device;
    private final AtomicInteger messages = new AtomicInteger();
    private volatile int cutBefore = NEVER;
    private volatile int lastCut = -1;
    private volatile boolean swallowing;
    private volatile @Nullable Link link;

    /** @param device port of the device on this machine */
    Tap(int device) throws IOException {
        this.device = device;
        server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon(this::accept, "tap of " + device).start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Cuts the line once, when so many messages have passed in either direction since now; 0 for before the first. */
    void cutBefore(int message) {
        messages.set(0);
        lastCut = -1;
        cutBefore = message;
    }

    /** Lets every message through again; returns before which the line was cut, or -1. */
    int letThrough() {
        cutBefore = NEVER;
        return lastCut;
    }

    /** From now on what the register prints reaches no paper, and it is told that it does. */
    void swallow(boolean all) {
        swallowing = all;
    }

    /** Sends bytes to the register as if the device had. Returns whether a register was there. */
    boolean inject(byte[] bytes) {
        Link open = link;
        try {
            if (open != null) {
                open.toRegister(bytes);
            }
            return open != null;
        } catch (IOException e) {
            return false; // the register has hung up
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket register = server.accept();
                Link before = link;
                if (before != null) {
                    before.close();
                }
                Link next = new Link(register, new Socket(InetAddress.getLoopbackAddress(), device));
                link = next;
                next.start();
            } catch (IOException e) {
                // The server is closed, or a caller was gone before it was answered; the next one comes.
            }
        }
    }

    private static Thread daemon(Runnable job, String name) {
        Thread thread = new Thread(job, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Link open = link;
        if (open != null) {
            open.close();
        }
    }

    /** One connection through the tap. */
    private final class Link {

        private final Socket register;
        private final Socket terminal;

        Link(Socket register, Socket terminal) throws IOException {
            this.register = register;
            this.terminal = terminal;
            register.setTcpNoDelay(true);
            terminal.setTcpNoDelay(true);
        }

        void start() {
            daemon(() -> pump(register, terminal, true), "tap to device").start();
            daemon(() -> pump(terminal, register, false), "tap to register").start();
        }

        private void pump(Socket from, Socket to, boolean toDevice) {
            byte[] buffer = new byte[BUFFER_BYTES];
            var counter = new ApduCounter();
            try {
                InputStream in = from.getInputStream();
                int count = in.read(buffer);
                while (count >= 0) {
                    forward(Arrays.copyOf(buffer, count), to, toDevice, counter);
                    count = in.read(buffer);
                }
            } catch (IOException e) {
                // One end is gone; the other is told below.
            }
            close();
        }

        private void forward(byte[] bytes, Socket to, boolean toDevice, ApduCounter counter) throws IOException {
            for (int i = 0; i < bytes.length; i++) {
                if (counter.begins(bytes[i])) {
                    if (messages.get() >= cutBefore) {
                        lastCut = messages.get();
                        cutBefore = NEVER;
                        send(to, Arrays.copyOf(bytes, i));
                        throw new IOException("cut before message " + lastCut);
                    }
                    messages.incrementAndGet();
                }
            }
            if (toDevice && swallowing) {
                toRegister(SwallowedReceipt.answers(bytes));
            } else {
                send(to, bytes);
            }
        }

        private static void send(Socket to, byte[] bytes) throws IOException {
            synchronized (to) {
                to.getOutputStream().write(bytes);
                to.getOutputStream().flush();
            }
        }

        void toRegister(byte[] bytes) throws IOException {
            send(register, bytes);
        }

        void close() {
            for (Socket each : new Socket[] {register, terminal}) {
                try {
                    each.close();
                } catch (IOException e) {
                    // A socket that does not close cleanly is closed all the same.
                }
            }
        }
    }

    /** Counts where messages of two bytes, a length, and so many bytes begin. */
    private static final class ApduCounter {

        private int place;
        private int left;
        private int length;

        boolean begins(byte each) {
            if (left > 0) {
                left--;
                place = left == 0 ? 0 : place;
                return false;
            }
            boolean first = place == 0;
            head(each & 0xFF);
            return first;
        }

        private void head(int value) {
            if ((place == 2 && value != 0xFF) || place == 4) {
                left = place == 2 ? value : length | value << 8;
                place = left == 0 ? 0 : 5;
            } else {
                length = place == 3 ? value : length;
                place++;
            }
        }
    }
}
