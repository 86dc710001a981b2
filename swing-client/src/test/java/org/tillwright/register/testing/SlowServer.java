package org.tillwright.register.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Answers one request bit by bit, for as long as a test wants. */
public final class SlowServer implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Socket> line = CompletableFuture.supplyAsync(this::accept);

    public SlowServer() throws IOException {}

    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private Socket accept() {
        try {
            Socket socket = listening.accept();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String head = in.readLine();
            while (head != null && !head.isEmpty()) {
                head = in.readLine();
            }
            write(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a piece of the answer. */
    public void send(String text) throws IOException {
        write(line.join(), Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Hangs up in the middle of the answer. */
    public void cut() throws IOException {
        line.join().close();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        if (line.isDone() && !line.isCompletedExceptionally()) {
            line.join().close();
        }
    }
}
