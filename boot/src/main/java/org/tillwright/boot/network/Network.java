package org.tillwright.boot.network;

import java.util.Optional;
import org.tillwright.boot.platform.Ports;
import org.tillwright.core.settings.SettingValues;

/**
 * Where the server listens.
 *
 * @param address where registers and browsers reach it
 * @param httpPort port for plain HTTP; 0 takes any free one
 * @param tls what HTTPS needs; plain HTTP is on loopback alone when it is there
 */
public record Network(String address, int httpPort, Optional<Tls> tls) {

    /** Reads it, and adds what is wrong to the faults of the other settings. */
    public static Network read(SettingValues values) {
        return new NetworkReader(values).read();
    }

    /** Where plain HTTP listens: with TLS only this machine speaks it, to ask how the server is. */
    public String plainAddress() {
        return tls.isPresent() ? Ports.LOOPBACK : address;
    }

    /** An address that this machine itself can ask: a listener on every address answers on loopback too. */
    public String plainHost() {
        return switch (plainAddress()) {
            case "0.0.0.0", "::" -> Ports.LOOPBACK;
            default -> plainAddress().contains(":") ? "[" + plainAddress() + "]" : plainAddress();
        };
    }

    static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1");
    }
}
