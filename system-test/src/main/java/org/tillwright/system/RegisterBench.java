package org.tillwright.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.PtyPair;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Everything a cashier waits for, in one run: a register in a process of its own, with the settings that people start it
 * with, a real window, a scanner and a printer on lines.
 */
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "Keystroke and scan to the painted line, tender to receipt, search, close of a till, heap.")
final class RegisterBench implements Callable<Integer> {

    /** The settings of the scripts that start a register. */
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Djava.awt.headless=false");

    @Option(names = "--items", defaultValue = "200000", description = "Items in the catalogue (${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--rounds", defaultValue = "300", description = "Repetitions of each (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--sales",
            defaultValue = "10000",
            description = "Sales in the till that is closed (${DEFAULT-VALUE}).")
    private int sales;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path home = ProjectPlace.home().resolve("bench/register");
        try {
            Path lines = Files.createDirectories(ProjectPlace.home().resolve("bench/lines"));
            try (PtyPair scanner = PtyPair.open(lines, "scanner");
                    PrinterSimulator printer = PrinterSimulator.open("tcp:0", null, 42, paper -> {})) {
                RegisterSettings settings = RegisterSettings.DEFAULT
                        .withWindow(new RegisterSettings.WindowSize(1024, 768))
                        .withServer(URI.create("http://127.0.0.1:" + ServerProcess.freePort()))
                        .withDevices(DeviceUris.NONE
                                .with(DeviceKind.PRINTER, "escpos+tcp:127.0.0.1:" + printer.tcpPort())
                                .with(DeviceKind.SCANNER, "serial:" + scanner.near() + "?baud=115200"));
                tell("Making a register with " + items + " items ...");
                BenchShop shop = BenchShop.make(home, items, settings);
                print(measured(shop, scanner.far()));
            }
            return CommandLine.ExitCode.OK;
        } catch (IOException | JournalException | DemoFailedException e) {
            tell(String.valueOf(e.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Each line that the register's process writes is one result. */
    private List<RegisterFigure> measured(BenchShop shop, Path scanner)
            throws IOException, InterruptedException, DemoFailedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                RegisterProbe.class.getName(),
                shop.home().directory().toString(),
                scanner.toString(),
                shop.pin(),
                Integer.toString(items),
                Integer.toString(rounds),
                Integer.toString(sales)));
        Process register = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<RegisterFigure> figures = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(register.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                RegisterFigure figure = RegisterFigure.read(line);
                figures.add(figure);
                tell("  " + figure.words());
                line = out.readLine();
            }
        } finally {
            register.destroy();
        }
        int ended = register.waitFor();
        if (figures.isEmpty() || !figures.get(figures.size() - 1).isLast()) {
            throw new DemoFailedException("the register ended with " + ended + " before everything was measured");
        }
        return figures;
    }

    private void print(List<RegisterFigure> figures) {
        if (json) {
            spec.commandLine().getOut().println(RegisterFigure.json(items, figures));
        } else {
            spec.commandLine().getOut().println("A register with " + items + " items:");
            figures.forEach(figure -> spec.commandLine().getOut().println("  " + figure.words()));
        }
        spec.commandLine().getOut().flush();
    }

    private void tell(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
