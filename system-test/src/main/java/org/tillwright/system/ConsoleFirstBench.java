package org.tillwright.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.tillwright.wire.FirstStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What a person in the back office waits for: the first page and the next ones of a long list, a search in it, and the report
 * of a full day. Asked over HTTP as a browser does after sign-in, on a server of its own with data that is made for it.
 */
@Command(
        name = "console-first",
        mixinStandardHelpOptions = true,
        description = "Lists of the console with many items, and the report of a full day.")
final class ConsoleFirstBench implements Callable<Integer> {

    private static final String MANAGER = "1";

    @Option(names = "--items", defaultValue = "100000", description = "Items in the catalogue (${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--sales", defaultValue = "5000", description = "Sales of the day (${DEFAULT-VALUE}).")
    private int sales;

    @Option(names = "--rounds", defaultValue = "100", description = "Requests of each kind (${DEFAULT-VALUE}).")
    private int rounds;

    @Spec
    private CommandSpec spec;

    /** One kind of request. */
    @FunctionalInterface
    private interface Request {
        void send(int round) throws IOException, InterruptedException;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path directory = ProjectPlace.home().resolve("bench/console");
        try {
            ProjectPlace.deleteTree(directory);
            measure(directory);
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            say(String.valueOf(e.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        } finally {
            ProjectPlace.deleteTree(directory);
        }
    }

    private void measure(Path directory) throws IOException, InterruptedException {
        FirstStart secrets;
        try (ServerProcess server = ServerProcess.startDemo(ProjectPlace.root(), directory)) {
            secrets = server.firstStart();
            BenchData.load(directory, items, sales);
        }
        String password = secrets.consolePasswords().stream()
                .filter(one -> one.operatorNumber().equals(MANAGER))
                .findFirst()
                .orElseThrow()
                .password();
        // A second start, because what is derived of the catalogue is made for foreign rows when a server starts.
        try (ServerProcess server = ServerProcess.startDemo(ProjectPlace.root(), directory)) {
            ConsoleClient browser = ConsoleClient.signIn(server.address(), MANAGER, password);
            say(items + " items, " + rounds + " requests of each kind after " + rounds / 2 + " that are not counted:");
            list(browser, "/admin/catalogue/items.xhtml", "Items");
            list(browser, "/admin/stock/stock.xhtml", "Stock");
            report(browser, "sales-of-day", BenchData.DAY);
        }
    }

    private void list(ConsoleClient browser, String page, String name) throws IOException, InterruptedException {
        if (!browser.has(page)) {
            say(name + ": this server has no such page.");
            return;
        }
        time(name + ", whole page", round -> browser.open(page));
        time(name + ", whole page of a search", round -> browser.open(page + "?q=" + BenchData.word(round)));
        ConsoleClient.ListPage list = browser.open(page);
        time(name + ", another page of the list", round -> list.turnTo(browser, 50 * (1 + round * 37 % (items / 60))));
    }

    private void report(ConsoleClient browser, String name, String day) throws IOException, InterruptedException {
        for (String format : new String[] {"pdf", "xlsx"}) {
            time(
                    "Report " + name + " of " + sales + " sales as " + format,
                    round -> browser.fetch("/admin/reports/file?name=" + name + "&from=" + day + "&as=" + format));
        }
    }

    private void time(String what, Request request) throws IOException, InterruptedException {
        Timings timings = new Timings();
        for (int round = 0; round < rounds + rounds / 2; round++) {
            long begun = System.nanoTime();
            request.send(round);
            if (round >= rounds / 2) {
                timings.add(Duration.ofNanos(System.nanoTime() - begun));
            }
        }
        say(String.format("  %-52s %s", what, timings.inMillisWithP95()));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
