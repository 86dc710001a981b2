package org.tillwright.boot.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the server's own JVM runs: Payara Micro, and a thread that listens to the program that started it. This class is
 * copied alone into a jar beside Payara, so it uses nothing else of ours.
 *
 * <p>The starter writes to our standard input; when that ends, the starter is gone, however it went, and we end too.
 */
public final class ServerEntry {

    /** Followed by the file to write: keep what was loaded so far as a class-data archive, for faster starts. */
    static final String ARCHIVE = "archive ";

    /** System property that names the file to make once Payara has started what it could. */
    static final String UP_FILE = "tillwright.up";

    private ServerEntry() {}

    /** Runs Payara Micro with its own arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        var listener = new Thread(ServerEntry::listenToStarter, "starter");
        listener.setDaemon(true);
        listener.start();
        Class.forName("fish.payara.micro.impl.RootDirLauncher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
        tellUp();
    }

    /** Payara is up. Whether the application is, only its answers tell: Payara stays up without it, and calls it deployed. */
    private static void tellUp() throws IOException {
        Files.createFile(Path.of(System.getProperty(UP_FILE)));
    }

    private static void listenToStarter() {
        var line = new StringBuilder();
        try {
            for (int next = System.in.read(); next >= 0; next = System.in.read()) {
                if (next != '\n') {
                    line.append((char) next);
                } else {
                    obey(line.toString());
                    line.setLength(0);
                }
            }
        } catch (IOException e) {
            logger().log(Level.WARNING, "the starter cannot be heard any more", e);
        }
        System.exit(0);
    }

    private static void obey(String command) {
        if (command.startsWith(ARCHIVE)) {
            archive(Path.of(command.substring(ARCHIVE.length())));
        }
    }

    /** The archive only saves time: when it cannot be made, the server goes on without. */
    private static void archive(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            Object answer = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            new Object[] {new String[] {"dynamic_dump", unfinished.toString()}},
                            new String[] {String[].class.getName()});
            logger().log(Level.INFO, "class-data archive: {0}", answer);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (JMException | IOException e) {
            logger().log(Level.WARNING, "no class-data archive was made; starts stay slower", e);
            giveUpOn(file);
        }
    }

    /** The starter waits for a file; an empty one tells it that there will be none. */
    private static void giveUpOn(Path file) {
        try {
            Files.write(file, "".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            logger().log(Level.WARNING, "cannot write " + file, e);
        }
    }

    private static Logger logger() {
        return Logger.getLogger(ServerEntry.class.getName());
    }
}
