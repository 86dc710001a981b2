package com.example.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import jpos.JposConst;
import jpos.JposException;

/** A connection to a device on this machine, which services of one device share, as a drawer shares its printer's. */
final class Line {

    private static final Map<Integer, Line> OPEN = new HashMap<>();

    private final int port;
    private final Socket socket = new Socket();
    private int users;

    private Line(int port) {
        this.port = port;
    }

    static Line to(int port) throws JposException {
        synchronized (OPEN) {
            Line line = OPEN.get(port);
            if (line == null) {
                line = new Line(port);
                line.open();
                OPEN.put(port, line);
            }
            line.users++;
            return line;
        }
    }

    private void open() throws JposException {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            socket.setSoTimeout(5_000);
        } catch (IOException e) {
            throw new JposException(JposConst.JPOS_E_NOHARDWARE, "nothing at port " + port, e);
        }
    }

    void write(byte[] bytes) throws JposException {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new JposException(JposConst.JPOS_E_OFFLINE, "the line broke", e);
        }
    }

    /** One byte of an answer, or -1 when none comes. */
    int answer() throws JposException {
        try {
            return socket.getInputStream().read();
        } catch (java.net.SocketTimeoutException e) {
            return -1;
        } catch (IOException e) {
            throw new JposException(JposConst.JPOS_E_OFFLINE, "the line broke", e);
        }
    }

    /** Hands over each line of text that comes, on a thread of its own; tells when no more will come. */
    void listen(Consumer<String> lines, Runnable lost) {
        Thread thread = new Thread(
                () -> {
                    try {
                        socket.setSoTimeout(0);
                        read(socket.getInputStream(), lines);
                    } catch (IOException e) {
                        System.err.println("example line: " + e.getMessage());
                    }
                    lost.run();
                },
                "example line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void read(InputStream in, Consumer<String> lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\r' || next == '\n') {
                if (line.length() > 0) {
                    lines.accept(line.toString());
                }
                line.setLength(0);
            } else {
                line.append(new String(new byte[] {(byte) next}, StandardCharsets.ISO_8859_1));
            }
        }
    }

    void close() {
        synchronized (OPEN) {
            users--;
            if (users > 0) {
                return;
            }
            OPEN.remove(port);
        }
        try {
            socket.close();
        } catch (IOException e) {
            System.err.println("example line: " + e.getMessage());
        }
    }
}
