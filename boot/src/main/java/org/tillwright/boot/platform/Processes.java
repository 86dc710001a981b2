package org.tillwright.boot.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Ends programs that we started, in this run or in an earlier one that was killed. */
public final class Processes {

    private static final System.Logger LOG = System.getLogger(Processes.class.getName());

    private static final Duration PAUSE = Duration.ofMillis(25);

    private Processes() {}

    /** Asks a program to end, and ends it by force when it has not after {@code patience}. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!hasEnded(process, patience)) {
            LOG.log(System.Logger.Level.WARNING, "process {0} did not end when asked; killing it", process.pid());
            process.destroyForcibly();
            hasEnded(process, patience);
        }
    }

    /**
     * Finds the program that an earlier run left behind. A number may long belong to another program, so the command line
     * has to name our file too.
     *
     * @param mark a text that is on the command line of that program and no other
     */
    public static Optional<ProcessHandle> leftBehind(Path pidFile, String mark) throws IOException {
        if (!Files.isRegularFile(pidFile)) {
            return Optional.empty();
        }
        String text = Files.readString(pidFile).strip();
        return text.matches("\\d{1,9}")
                ? ProcessHandle.of(Long.parseLong(text)).filter(process -> isMarked(process.pid(), mark))
                : Optional.empty();
    }

    /** ProcessHandle cuts long command lines short; Linux tells them whole. */
    private static boolean isMarked(long pid, String mark) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains(mark);
        } catch (IOException e) {
            return false; // gone meanwhile, or not ours to look at
        }
    }

    /** A program that nobody buries is gone too, although its number is still taken: it has no command line any more. */
    private static boolean isGone(ProcessHandle process) {
        try {
            return !process.isAlive()
                    || Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                            .isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean hasEnded(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isGone(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Between two looks at something that another program does. */
    public static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
