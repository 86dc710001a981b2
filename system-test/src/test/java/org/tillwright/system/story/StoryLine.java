package org.tillwright.system.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between the registers and the server, which can be cut and mended. */
final class StoryLine implements AutoCloseable {

    private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int there;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    private StoryLine(int there) throws IOException {
        this.there = there;
        start("line to the server", this::accept);
    }

    static StoryLine to(URI server) throws IOException {
        return new StoryLine(server.getPort());
    }

    /** Where registers find the server. */
    URI address() {
        return URI.create("http://127.0.0.1:" + here.getLocalPort());
    }

    /** Nothing gets through any more, and what was on its way is lost. */
    void cut() {
        isCut = true;
        open.forEach(this::end);
    }

    void mend() {
        isCut = false;
    }

    private void accept() {
        while (!here.isClosed()) {
            try {
                Socket register = here.accept();
                if (isCut) {
                    end(register);
                } else {
                    join(register);
                }
            } catch (IOException e) {
                // The register tries again, or the line was taken down.
            }
        }
    }

    private void join(Socket register) throws IOException {
        open.add(register);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), there);
        open.add(server);
        start("line up", () -> carry(register, server));
        start("line down", () -> carry(server, register));
    }

    private void carry(Socket from, Socket to) {
        byte[] bytes = new byte[8_192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0 && !isCut; read = in.read(bytes)) {
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (SocketException e) {
            // Cut, or hung up by one of the two.
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.setSoLinger(isCut, 0);
        } catch (SocketException e) {
            // It is closed already.
        }
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        here.close();
        cut();
    }
}
