package org.tillwright.boot.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.tillwright.core.settings.Setting;

/** Ports to listen on. */
public final class Ports {

    public static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /**
     * Returns the wanted port, or any free one for 0.
     *
     * @param setting name of the setting to change when the port is taken
     */
    public static int choose(String address, int wanted, Setting setting) throws StartException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartException(
                    "Port " + wanted + " on " + address + " cannot be used: " + e.getMessage()
                            + "; stop the program that has it, or set " + setting.variable() + " to another port.",
                    e);
        }
    }
}
