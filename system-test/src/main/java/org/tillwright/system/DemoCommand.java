package org.tillwright.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.FirstStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a whole shop on this machine: database, server, demo store, one register, and its devices. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Start database, server, demo store, one register and its simulated devices.")
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--headless",
            description = "Without windows: ring up ten scripted sales, print one receipt, compare till and server.")
    private boolean headless;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the shop lives; what is there from an earlier start is kept.")
    private @Nullable Path home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path place = home != null ? home : ProjectPlace.home().resolve(headless ? "demo-headless" : "demo");
        try (DemoShop shop = DemoShop.open(ProjectPlace.root(), place.toAbsolutePath(), this::tell)) {
            if (headless) {
                new HeadlessDemo(shop, spec.commandLine().getOut(), this::tell).run();
            } else {
                showSecrets(shop);
                new WindowedDemo(shop, this::tell).run();
            }
            return CommandLine.ExitCode.OK;
        } catch (DemoFailedException | IOException e) {
            tell(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void showSecrets(DemoShop shop) {
        tell("Sign on at the register with:");
        for (FirstStart.Pin pin : shop.firstStart().pins()) {
            tell("  number " + pin.operatorNumber() + "  PIN " + pin.pin() + "  " + pin.name());
        }
        tell("Sign in to the console at " + shop.server().address() + " with:");
        for (FirstStart.Password password : shop.firstStart().consolePasswords()) {
            tell("  number " + password.operatorNumber() + "  password " + password.password() + "  "
                    + password.name());
        }
    }

    private void tell(@Nullable String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
