package org.tillwright.register.devicesetup;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ports that devices can be at, by names alone: no port is opened, so nothing that is in use is disturbed. Linux
 * only; elsewhere it finds nothing, and a port is written by hand.
 */
public final class PortFinder {

    private static final Logger LOG = System.getLogger(PortFinder.class.getName());

    /** More than a counter has; a directory full of names is no list to choose from. */
    static final int MOST = 64;

    private static final Pattern PLUGGED = Pattern.compile("tty(USB|ACM)[0-9]+");
    private static final Pattern BUILT_IN = Pattern.compile("ttyS[0-9]+");
    private static final Pattern BLUETOOTH = Pattern.compile("rfcomm[0-9]+");
    private static final Pattern PRINTER_FILE = Pattern.compile("lp[0-9]+");

    /** What the system says of a serial port without a chip behind it; it lists 32 names whatever there is. */
    private static final String NO_CHIP = "0";

    private final Path root;
    private final LongPredicate isAlive;

    /** Looks at this machine. */
    public PortFinder() {
        this(Path.of("/"), pid -> ProcessHandle.of(pid).isPresent());
    }

    /**
     * Looks at a machine whose file system begins elsewhere, for tests.
     *
     * @param isAlive whether there is a process of this number
     */
    PortFinder(Path root, LongPredicate isAlive) {
        this.root = root;
        this.isAlive = isAlive;
    }

    /** The ports there are, those with a lasting name first. Reads a few directories; may take a moment. */
    public List<FoundPort> find() {
        List<FoundPort> found = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Path link : names("dev/serial/by-id", Pattern.compile(".+"))) {
            String device = target(link);
            if (PLUGGED.matcher(device).matches()) {
                found.add(port(shown("dev/serial/by-id", link), device, FoundPort.Kind.SERIAL));
                named.add(device);
            }
        }
        for (Path port : names("dev", PLUGGED)) {
            if (!named.contains(nameOf(port))) {
                found.add(port(shown("dev", port), nameOf(port), FoundPort.Kind.SERIAL));
            }
        }
        names("dev", BUILT_IN).stream()
                .filter(this::hasChip)
                .forEach(port -> found.add(port(shown("dev", port), nameOf(port), FoundPort.Kind.SERIAL)));
        names("dev", BLUETOOTH)
                .forEach(port -> found.add(port(shown("dev", port), nameOf(port), FoundPort.Kind.BLUETOOTH)));
        names("dev/usb", PRINTER_FILE)
                .forEach(port -> found.add(port(shown("dev/usb", port), nameOf(port), FoundPort.Kind.PRINTER_FILE)));
        return found.size() <= MOST ? found : List.copyOf(found.subList(0, MOST));
    }

    private List<Path> names(String directory, Pattern pattern) {
        Path place = root.resolve(directory);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                place, entry -> pattern.matcher(nameOf(entry)).matches())) {
            List<Path> names = new ArrayList<>();
            entries.forEach(names::add);
            names.sort(Comparator.comparingInt((Path each) -> nameOf(each).length())
                    .thenComparing(PortFinder::nameOf));
            return names;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0} cannot be listed: {1}", place, e.getMessage());
            return List.of();
        }
    }

    /** As settings write it: from this machine's own root. */
    private static Path shown(String directory, Path entry) {
        return Path.of("/", directory, nameOf(entry));
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String target(Path link) {
        try {
            return nameOf(Files.readSymbolicLink(link));
        } catch (IOException e) {
            return ""; // pulled out a moment ago
        }
    }

    /** Where the system does not say, the port is listed: better one that is not there than none. */
    private boolean hasChip(Path port) {
        Path type = root.resolve("sys/class/tty").resolve(nameOf(port)).resolve("type");
        try {
            return !Files.readString(type, StandardCharsets.US_ASCII).strip().equals(NO_CHIP);
        } catch (IOException e) {
            return true;
        }
    }

    private FoundPort port(Path path, String device, FoundPort.Kind kind) {
        return new FoundPort(path, device, kind, userOf(device));
    }

    /** Programs that open a serial port leave their number in a lock file named after it; a dead one's counts for nothing. */
    private @Nullable Long userOf(String device) {
        Path lock = root.resolve("var/lock").resolve("LCK.." + device);
        try {
            String text = Files.readString(lock, StandardCharsets.US_ASCII).strip();
            if (text.matches("[0-9]{1,10}") && isAlive.test(Long.parseLong(text))) {
                return Long.parseLong(text);
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }
}
