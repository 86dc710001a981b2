package org.tillwright.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.device.DeviceListener;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.server.Reply;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.SettingsException;
import org.tillwright.register.text.Texts;
import org.tillwright.simulator.GatewaySimulator;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.FirstStart;

/** A shop in one directory: the running server with the demo store, and the home of one register that it knows. */
final class DemoShop implements AutoCloseable {

    private static final String WORKSTATION = "till-01";

    /** Leaves room on a desk for the windows of the devices. */
    private static final RegisterSettings.WindowSize BESIDE_ITS_DEVICES = new RegisterSettings.WindowSize(1024, 768);

    private final Path root;
    private final Path directory;
    private final GatewaySimulator.Account gateway;
    private ServerProcess server;
    private final FirstStart firstStart;

    private DemoShop(Path root, Path directory, GatewaySimulator.Account gateway, ServerProcess server)
            throws IOException {
        this.root = root;
        this.directory = directory;
        this.gateway = gateway;
        this.server = server;
        this.firstStart = server.firstStart();
    }

    private static ServerProcess start(Path root, Path directory, int port, GatewaySimulator.Account gateway)
            throws IOException {
        return ServerProcess.start(
                root,
                directory.resolve("server"),
                port,
                Map.of(
                        "TILLWRIGHT_DEMO",
                        "true",
                        "TILLWRIGHT_WALLET_URL",
                        "http://127.0.0.1:" + gateway.port(),
                        "TILLWRIGHT_WALLET_KEY",
                        gateway.key(),
                        "TILLWRIGHT_WALLET_SECRET",
                        gateway.secret()));
    }

    /** What the server and a simulated gateway know of each other, for whoever opens that gateway. */
    GatewaySimulator.Account gateway() {
        return new GatewaySimulator.Account(
                gateway.port(),
                gateway.key(),
                gateway.secret(),
                server.address().resolve("/api/v1/wallet-events"));
    }

    /**
     * Starts the server and makes the register known to it, if it is not yet.
     *
     * @param root directory of the project, built
     * @param directory where the shop lives; what is there is kept
     * @param progress gets a line before each long step
     */
    static DemoShop open(Path root, Path directory, Consumer<String> progress) throws IOException, DemoFailedException {
        progress.accept("Starting database and server ...");
        GatewaySimulator.Account gateway = GatewaySimulator.Account.SAMPLE.at(ServerProcess.freePort());
        ServerProcess server = start(root, directory, ServerProcess.freePort(), gateway);
        progress.accept("The server is ready at " + server.address());
        DemoShop shop = new DemoShop(root, directory, gateway, server);
        try {
            shop.enrol(progress);
            return shop;
        } catch (IOException | DemoFailedException e) {
            server.close();
            throw e;
        }
    }

    Path root() {
        return root;
    }

    Path directory() {
        return directory;
    }

    ServerProcess server() {
        return server;
    }

    /** Starts the server again, after it was stopped or killed. */
    void restart(int port) throws IOException {
        server = start(root, directory, port, gateway);
    }

    FirstStart firstStart() {
        return firstStart;
    }

    RegisterHome registerHome() {
        return new RegisterHome(directory.resolve("register"));
    }

    String pinOf(String operatorNumber) throws DemoFailedException {
        return firstStart.pins().stream()
                .filter(pin -> pin.operatorNumber().equals(operatorNumber))
                .map(FirstStart.Pin::pin)
                .findFirst()
                .orElseThrow(() -> new DemoFailedException("nobody has the number " + operatorNumber));
    }

    /** Writes the register's settings: this server, these devices, and what a person chose before. */
    RegisterSettings settingsWith(DeviceUris devices) throws IOException, DemoFailedException {
        Files.createDirectories(registerHome().directory());
        try {
            RegisterSettings settings = RegisterSettings.read(registerHome().settings())
                    .withServer(server.address())
                    .withWindow(BESIDE_ITS_DEVICES)
                    .withDevices(devices);
            settings.save(registerHome().settings());
            return settings;
        } catch (SettingsException e) {
            throw new DemoFailedException(
                    "The settings in " + registerHome().settings() + " cannot be used: " + e.faults());
        }
    }

    /** Opens the register of this shop, without a window. */
    RegisterParts openRegister(DeviceUris devices, Executor eventThread, DeviceListener listener)
            throws IOException, DemoFailedException {
        try {
            return RegisterParts.open(
                    registerHome(), settingsWith(devices), RegisterPlatform.real(eventThread), listener);
        } catch (JournalException e) {
            throw new DemoFailedException(Texts.of("en").text(e.notice()));
        }
    }

    private void enrol(Consumer<String> progress) throws IOException, DemoFailedException {
        try (RegisterParts register = openRegister(DeviceUris.NONE, Runnable::run, failure -> {})) {
            if (register.identity().isPresent()) {
                return;
            }
            progress.accept("Enrolling the register as " + WORKSTATION + " ...");
            String code = firstStart.codes().stream()
                    .filter(given -> given.workstationId().equals(WORKSTATION))
                    .map(FirstStart.Code::code)
                    .findFirst()
                    .orElseThrow(() -> new DemoFailedException("there is no enrolment code for " + WORKSTATION));
            Reply<EnrolmentAnswer> reply = register.enrol(code);
            if (!(reply instanceof Reply.Answered<EnrolmentAnswer>)) {
                throw new DemoFailedException("The register could not be enrolled: " + reply);
            }
        } catch (JournalException e) {
            throw new DemoFailedException(Texts.of("en").text(e.notice()));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
