package org.tillwright.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on loopback, the only address that the server uses. */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /**
     * Returns the wanted port, or any free one for 0.
     *
     * @param setting name of the setting to change when the port is taken
     */
    static int choose(int wanted, String setting) throws StartException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartException(
                    "Port " + wanted + " on " + LOOPBACK + " is taken by another program; stop it, or set " + setting
                            + " to another port.",
                    e);
        }
    }
}
