package org.tillwright.register.device.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stands between a register and a terminal on TCP, hands on what both say, and keeps it with its direction. */
final class Tee implements AutoCloseable {

    private final ServerSocket server;
    private final int terminalPort;
    private final List<Said> said = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();

    /** A piece of what one side said. */
    record Said(boolean isRegister, byte[] bytes) {}

    Tee(int terminalPort) throws IOException {
        this.terminalPort = terminalPort;
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tee");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket register = keep(server.accept());
                Socket terminal = keep(new Socket(InetAddress.getLoopbackAddress(), terminalPort));
                start(() -> copy(register, terminal, true));
                start(() -> copy(terminal, register, false));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private synchronized Socket keep(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    private void copy(Socket from, Socket to, boolean isRegister) {
        byte[] buffer = new byte[4096];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (this) {
                    said.add(new Said(isRegister, Arrays.copyOf(buffer, count)));
                }
                out.write(buffer, 0, count);
            }
            to.close();
        } catch (IOException e) {
            // One side hung up.
        }
    }

    synchronized List<Said> said() {
        return List.copyOf(said);
    }

    @Override
    public synchronized void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Runs a program and returns what it printed; the test fails with what it complained of. */
    static String run(Path directory, List<String> command) throws IOException, InterruptedException {
        Path out = directory.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(directory.resolve("err.txt").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(command + ": " + Files.readString(directory.resolve("err.txt")));
        }
        return Files.readString(out);
    }
}
