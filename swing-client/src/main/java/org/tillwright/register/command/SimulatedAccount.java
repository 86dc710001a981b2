package org.tillwright.register.command;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.GatewaySimulator;
import picocli.CommandLine.Option;

/** How a simulated gateway of wallets and the shop's server know each other. */
final class SimulatedAccount {

    private static final int LAST_PORT = 65_535;

    @Option(names = "--key", paramLabel = "KEY", description = "What the gateway knows the shop's server by.")
    String key = GatewaySimulator.Account.SAMPLE.key();

    @Option(names = "--secret", paramLabel = "SECRET", description = "What the gateway signs its events with.")
    String secret = GatewaySimulator.Account.SAMPLE.secret();

    @Option(
            names = "--events",
            paramLabel = "URL",
            description = "Where the gateway tells the shop's server of changes, such as"
                    + " http://127.0.0.1:8480/api/v1/wallet-events; without it the server has to ask.")
    @Nullable
    URI eventsAddress;

    /** A gateway has no line but HTTP on this machine. */
    GatewaySimulator.Account on(String line) throws IOException {
        String port = line.startsWith("tcp:") ? line.substring("tcp:".length()) : "";
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            throw new IOException("\"" + line + "\" is no TCP port; a gateway listens on one, such as --line tcp:7070");
        }
        return new GatewaySimulator.Account(Integer.parseInt(port), key, secret, eventsAddress);
    }
}
