package org.tillwright.register.device.serial;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.tillwright.register.device.DeviceException.Trouble;

/** A line to a device on the network, by a plain socket. */
public final class TcpLine implements SerialLine {

    private static final Logger LOG = System.getLogger(TcpLine.class.getName());
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(3);
    private static final Duration STALL_PATIENCE = Duration.ofSeconds(5);

    private final Socket socket;
    private final InputStream in;
    private final PatientWriter writer;

    private TcpLine(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        in = socket.getInputStream();
        writer = new PatientWriter(
                String.valueOf(socket.getRemoteSocketAddress()), socket.getOutputStream(), STALL_PATIENCE);
    }

    static TcpLine connect(TcpAddress address) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(address.host(), address.port()),
                    Math.toIntExact(CONNECT_PATIENCE.toMillis()));
            return new TcpLine(socket);
        } catch (ConnectException | NoRouteToHostException | UnknownHostException | SocketTimeoutException e) {
            socket.close();
            throw new LineException(Trouble.ABSENT, "nothing listens at " + address, e);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Makes a line of a connection that somebody else opened. */
    public static TcpLine accepted(Socket socket) throws IOException {
        return new TcpLine(socket);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        writer.write(bytes);
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws IOException {
        try {
            // A time limit of 0 would mean to wait for ever.
            socket.setSoTimeout(Math.max(1, Math.toIntExact(patience.toMillis())));
            int count = in.read(buffer, 0, buffer.length);
            if (count < 0) {
                throw new LineException(Trouble.UNPLUGGED, socket.getRemoteSocketAddress() + " ended the connection");
            }
            return count;
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (LineException e) {
            throw e;
        } catch (IOException e) {
            Trouble trouble = socket.isClosed() ? Trouble.CLOSED : Trouble.UNPLUGGED;
            throw new LineException(trouble, "the connection broke while reading", e);
        }
    }

    @Override
    public void close() {
        writer.close();
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a connection did not close cleanly", e);
        }
    }
}
