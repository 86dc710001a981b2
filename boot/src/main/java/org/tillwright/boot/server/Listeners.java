package org.tillwright.boot.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.tillwright.boot.network.Network;
import org.tillwright.boot.platform.Ports;
import org.tillwright.boot.platform.StartException;
import org.tillwright.core.settings.Setting;

/**
 * The addresses and ports that one run of the server listens on.
 *
 * @param httpsPort empty without TLS
 */
record Listeners(Network network, int httpPort, Optional<Integer> httpsPort) {

    /** Chooses ports now, so that a port that is taken is told before anything is started. */
    static Listeners choose(Network network) throws StartException {
        int http = Ports.choose(network.plainAddress(), network.httpPort(), Setting.HTTP_PORT);
        return network.tls().isEmpty()
                ? new Listeners(network, http, Optional.empty())
                : new Listeners(
                        network,
                        http,
                        Optional.of(Ports.choose(
                                network.address(), network.tls().get().port(), Setting.HTTPS_PORT)));
    }

    /** Where this machine itself asks, always in plain HTTP. */
    URI own() {
        return URI.create("http://" + network.plainHost() + ":" + httpPort + "/");
    }

    /** Where others find it: a name, when it listens on every address, since a certificate has a name too. */
    URI told() {
        return httpsPort
                .map(port -> URI.create("https://" + host() + ":" + port + "/"))
                .orElseGet(() -> URI.create("http://" + host() + ":" + httpPort + "/"));
    }

    private String host() {
        String address = network.address();
        if (!address.equals("0.0.0.0") && !address.equals("::")) {
            return address.contains(":") ? "[" + address + "]" : address;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return Ports.LOOPBACK; // a machine without a name
        }
    }
}
