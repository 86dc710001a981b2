package org.tillwright.system.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tillwright.simulator.LabelSimulator;
import org.tillwright.simulator.PrintedLabel;
import org.tillwright.system.TestPlace;

/** The label printer on the counter, and another program that reads the codes on what comes out. */
final class StoryLabels implements AutoCloseable {

    private static final Path READER = Path.of("/usr/bin/zbarimg");
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<PrintedLabel> labels = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> unknown = new LinkedBlockingQueue<>();
    private final LabelSimulator printer;

    StoryLabels() throws IOException {
        printer = LabelSimulator.open(
                "tcp:0", null, LabelSimulator.Language.ZPL, LabelSimulator.DEFAULT_DPI, new LabelSimulator.Listener() {
                    @Override
                    public void printed(PrintedLabel label) {
                        labels.add(label);
                    }

                    @Override
                    public void unknown(String what) {
                        unknown.add(what);
                    }
                });
    }

    String uri() {
        return "zpl+tcp:127.0.0.1:" + printer.tcpPort() + "?size=50x30";
    }

    static boolean canBeRead() {
        return Files.isExecutable(READER);
    }

    /** The next label, kept in system-test/target/stories, and what zbarimg reads on it: the code's kind, a colon, the code. */
    String read(String name) throws IOException, InterruptedException {
        PrintedLabel label = labels.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (label == null) {
            throw new AssertionError("No label came out.");
        }
        if (!unknown.isEmpty()) {
            throw new AssertionError("The label printer does not know " + unknown);
        }
        Path directory = TestPlace.root().resolve("system-test/target/stories");
        label.save(directory, name);
        Process reader = new ProcessBuilder(
                        READER.toString(),
                        "--quiet",
                        directory.resolve(name + ".png").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    void clear() {
        labels.clear();
    }

    @Override
    public void close() {
        printer.close();
    }
}
