package org.tillwright.boot.support;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tillwright.boot.platform.Version;

/** What a support bundle tells of the machine: versions, processors, memory and disk; not its name and no addresses. */
final class Machine {

    private static final long MEBIBYTE = 1024 * 1024;

    private Machine() {}

    static String describe(Path data) {
        var text = new StringBuilder();
        text.append("Tillwright ").append(Version.TEXT).append('\n');
        text.append("Java ").append(System.getProperty("java.vm.version")).append(", ");
        text.append(System.getProperty("java.vendor")).append('\n');
        text.append(System.getProperty("os.name")).append(' ').append(System.getProperty("os.version"));
        text.append(' ').append(System.getProperty("os.arch")).append('\n');
        text.append("Processors ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(", load ");
        text.append(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                .append('\n');
        text.append(disk(data)).append('\n');
        text.append(file(Path.of("/etc/os-release"))).append('\n');
        text.append(file(Path.of("/proc/meminfo")));
        return text.toString();
    }

    private static String disk(Path data) {
        try {
            Path existing = data;
            while (!Files.exists(existing)) {
                existing = existing.resolve("..").normalize();
            }
            var store = Files.getFileStore(existing);
            return "Disk of the data directory (" + store.type() + "): " + store.getUsableSpace() / MEBIBYTE
                    + " MiB free of " + store.getTotalSpace() / MEBIBYTE;
        } catch (IOException e) {
            return "Disk of the data directory: " + e.getMessage();
        }
    }

    private static String file(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return file + " is not here\n";
        }
    }
}
