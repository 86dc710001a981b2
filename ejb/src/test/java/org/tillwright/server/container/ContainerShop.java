package org.tillwright.server.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tillwright.server.TestShop;

/**
 * The small shop on the tests' own MariaDB, made before the container starts, and what the container is told of it. The test
 * class is run in both programs; inside the container there is nothing left to do.
 */
public final class ContainerShop implements BeforeAllCallback {

    private static final String INSIDE = "tillwright.container.inside";
    private static final String PLACE = "tillwright.container";
    private static final String LISTENERS =
            "set configs.config.server-config.network-config.network-listeners.network-listener.";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (System.getProperty(INSIDE) == null && System.getProperty(PLACE + ".jvm") == null) {
            open();
        }
    }

    /** The shop stays open until the JVM ends: the container, which looks at it, is stopped after all classes. */
    private static void open() throws IOException {
        Path place = Path.of(System.getProperty(PLACE));
        Path temporary = Files.createDirectories(place.resolve("temporary"));
        Path firstStart = place.resolve("first-start.json");
        Files.deleteIfExists(firstStart);
        Files.writeString(place.resolve("preboot.txt"), preboot(ownAddress()));
        @SuppressWarnings("resource")
        TestShop shop = new TestShop();
        System.setProperty(PLACE + ".port", Integer.toString(freePort()));
        System.setProperty(
                PLACE + ".jvm",
                String.join(
                        " ",
                        List.of(
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "-Djava.net.preferIPv4Stack=true",
                                "-Djava.io.tmpdir=" + temporary,
                                "-Dhazelcast.socket.bind.any=false",
                                "-D" + INSIDE + "=true",
                                // It is put into XML as it is.
                                "-Dtillwright.db.url=" + shop.database.url().replace("&", "&amp;"),
                                "-Dtillwright.db.user=" + shop.database.user(),
                                "-Dtillwright.db.password=" + shop.database.user(),
                                "-Dtillwright.first.start.file=" + firstStart)));
    }

    /**
     * Payara Micro tells the tests this machine's name to call it by, so it must listen where that name leads: on Debian
     * that is 127.0.1.1 as often as 127.0.0.1.
     */
    private static String ownAddress() throws IOException {
        InetAddress own = InetAddress.getLocalHost();
        if (!own.isLoopbackAddress()) {
            throw new IOException("The name of this machine, " + own.getHostName() + ", leads to "
                    + own.getHostAddress() + ", where no test may listen; add the line \"127.0.1.1 " + own.getHostName()
                    + "\" to /etc/hosts.");
        }
        return own.getHostAddress();
    }

    private static String preboot(String address) {
        return String.join(
                "\n",
                LISTENERS + "http-listener.address=" + address,
                LISTENERS + "https-listener.address=" + address,
                "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
                "set hazelcast-runtime-configuration.interface=127.0.0.1",
                "");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
