package org.tillwright.register.device.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a device host is started.
 *
 * @param words program and arguments
 * @param classPath what the child finds its classes by
 */
record HostCommand(List<String> words, String classPath) {

    private static final String SMALL = "-Xmx64m";

    /** Where the directory of one life of the host stands among the words. */
    private static final String SCRATCH = "{scratch}";

    HostCommand {
        words = List.copyOf(words);
    }

    /** The host itself, with the Java machine and the classes of this program; small, and quick to start. */
    static HostCommand ofThisProgram() {
        return of(HostMain.class);
    }

    /** Another program of the same kind. */
    static HostCommand of(Class<?> main) {
        String temporary = System.getProperty("java.io.tmpdir");
        return new HostCommand(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        SMALL,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + Path.of(temporary, "tillwright-device-host-%p.log"),
                        "-Djava.io.tmpdir=" + SCRATCH,
                        "-Djava.awt.headless=true",
                        main.getName()),
                System.getProperty("java.class.path"));
    }

    /**
     * The same with makers' own drivers: all jars of a folder, as they are when the host is started, and the native libraries
     * there. Whoever wrote them had more memory in mind than a serial port needs.
     */
    HostCommand withDrivers(Path folder) {
        String libraries = folder + File.pathSeparator + System.getProperty("java.library.path", "");
        var more = new ArrayList<>(words);
        more.addAll(1, List.of("-Xmx256m", "-Djava.library.path=" + libraries));
        more.remove(SMALL);
        return new HostCommand(more, classPath + File.pathSeparator + folder.resolve("*"));
    }

    /**
     * Starts it.
     *
     * @param scratch directory that nobody else has: drivers unpack their native libraries there, under names that every program
     *     with the same driver uses, and one that is written while another reads it ends that one
     */
    Process start(Path scratch) throws IOException {
        List<String> all = words.stream()
                .map(word -> word.replace(SCRATCH, scratch.toString()))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(all);
        // Not an argument: a class path is long, and a list of processes is for people.
        builder.environment().put("CLASSPATH", classPath);
        return builder.start();
    }
}
