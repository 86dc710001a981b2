package org.tillwright.system;

import java.awt.AWTException;
import java.awt.Robot;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A keyboard in a process of its own. A robot inside the program that it types into reads the screen's answers on that
 * program's own line, where its event thread does not look for them until its next round, up to half a second later: the
 * time measured would be the robot's.
 */
final class BenchKeyboard implements AutoCloseable {

    private final Process process;
    private final PrintStream keys;

    private BenchKeyboard(Process process) {
        this.process = process;
        this.keys = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    /** @throws DemoFailedException if there is no screen to type at */
    static BenchKeyboard open() throws IOException, DemoFailedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchKeyboard.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new DemoFailedException("there is no screen to type at");
        }
        return new BenchKeyboard(process);
    }

    /** Reads lines of "+code" and "-code", as {@link java.awt.event.KeyEvent} numbers keys. */
    public static void main(String[] arguments) throws IOException, AWTException {
        Robot robot = new Robot();
        try (OutputStream ready = new FileOutputStream(FileDescriptor.out)) {
            ready.write('\n');
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int key = Integer.parseInt(line.substring(1));
            if (line.charAt(0) == '+') {
                robot.keyPress(key);
            } else {
                robot.keyRelease(key);
            }
        }
        System.exit(0); // the toolkit's threads would go on
    }

    void down(int key) {
        keys.println("+" + key);
    }

    void up(int key) {
        keys.println("-" + key);
    }

    @Override
    public void close() {
        keys.close();
        process.destroy();
    }
}
