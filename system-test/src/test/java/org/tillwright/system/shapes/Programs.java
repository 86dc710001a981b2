package org.tillwright.system.shapes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other programs: run to their end, ended, and asked what they listen on. */
final class Programs {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SOCKET = Pattern.compile("\\S+\\s+(?:LISTEN|UNCONN)\\s+\\d+\\s+\\d+\\s+(\\S+)\\s+.*");

    private Programs() {}

    /** Runs a program to its end and returns what it said. */
    static String run(ProcessBuilder program, Path log) throws IOException {
        Process process =
                program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program.command() + " did not end: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program.command(), e);
        }
        String said = Files.readString(log);
        if (process.exitValue() != 0) {
            throw new IOException(program.command() + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }

    /** Ends a program in order, and by force when it does not end. */
    static void end(ProcessHandle program) {
        program.destroy();
        try {
            program.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
            program.destroyForcibly();
        } catch (InterruptedException e) {
            program.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the local addresses that these programs listen on, TCP and UDP, as {@code ss} tells them. */
    static List<String> listeners(List<ProcessHandle> programs) throws IOException {
        Process ss = new ProcessBuilder("ss", "-H", "-l", "-t", "-u", "-n", "-p").start();
        String told = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return told.lines()
                .filter(line -> programs.stream().anyMatch(program -> line.contains("pid=" + program.pid() + ",")))
                .map(SOCKET::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }
}
