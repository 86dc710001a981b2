package org.tillwright.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From starting the program to the sign-on screen, and from starting the server to its first answer; and their memory. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Register to sign-on screen, server to first answer, and memory.")
final class StartBench implements Callable<Integer> {

    @Option(names = "--items", defaultValue = "10000", description = "Items in the register (${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--rounds", defaultValue = "5", description = "Starts of each (${DEFAULT-VALUE}).")
    private int rounds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try {
            startRegister();
            startServer();
            return CommandLine.ExitCode.OK;
        } catch (IOException | JournalException | DemoFailedException e) {
            say(String.valueOf(e.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void startRegister() throws IOException, JournalException, DemoFailedException, InterruptedException {
        RegisterSettings settings =
                RegisterSettings.DEFAULT.withServer(URI.create("http://127.0.0.1:" + ServerProcess.freePort()));
        BenchShop shop = BenchShop.make(ProjectPlace.home().resolve("bench/start"), items, settings);
        Timings timings = new Timings();
        long memoryKb = 0;
        for (int i = 0; i <= rounds; i++) {
            long begun = System.nanoTime();
            Process register = probe(shop.home());
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(register.getInputStream(), StandardCharsets.UTF_8))) {
                if (out.readLine() == null) {
                    throw new DemoFailedException("the register did not show its sign-on screen");
                }
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                memoryKb = Footprint.residentKb(register.toHandle());
                if (i > 0) { // the first start reads everything from disk
                    timings.add(took);
                }
            } finally {
                register.destroy();
                register.waitFor();
            }
        }
        say("Register to sign-on screen, " + items + " items: " + timings.inSeconds() + " starts; " + memoryKb / 1024
                + " MB resident.");
    }

    private static Process probe(RegisterHome home) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(List.of(
                        java.toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tillwright.system.StartProbe",
                        home.directory().toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void startServer() throws IOException, InterruptedException {
        Path directory = ProjectPlace.home().resolve("bench/server");
        Timings timings = new Timings();
        long memoryKb = 0;
        for (int i = 0; i <= rounds; i++) {
            long begun = System.nanoTime();
            try (ServerProcess server = ServerProcess.startDemo(ProjectPlace.root(), directory)) {
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                if (i > 0) { // the first start makes the database and keeps the loaded classes
                    timings.add(took);
                }
                memoryKb = Footprint.residentKb(ProcessHandle.of(server.pid()).orElseThrow());
            }
        }
        say("Server to first answer, with its database: " + timings.inSeconds() + " starts; " + memoryKb / 1024
                + " MB resident, database included.");
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
