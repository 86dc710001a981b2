package org.tillwright.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which addresses some programs listen on, from /proc as ss reads it. */
final class OpenSockets {

    private static final String LISTENING = "0A";
    private static final String UNCONNECTED_UDP = "07";
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    private OpenSockets() {}

    /** Every address in the kernel's own notation, such as 0100007F:2120. */
    static List<String> of(List<ProcessHandle> programs) throws IOException {
        Set<String> sockets = programs.stream().flatMap(OpenSockets::sockets).collect(Collectors.toSet());
        var listening = new ArrayList<String>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            String wanted = table.startsWith("tcp") ? LISTENING : UNCONNECTED_UDP;
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns[3].equals(wanted) && sockets.contains("socket:[" + columns[9] + "]")) {
                    listening.add(columns[1]);
                }
            }
        }
        return listening;
    }

    static boolean isLoopback(String address) {
        return LOOPBACK.contains(address.substring(0, address.indexOf(':')));
    }

    private static Stream<String> sockets(ProcessHandle program) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(program.pid()), "fd"))) {
            return open.map(OpenSockets::target).filter(name -> name.startsWith("socket:")).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException("cannot see what process " + program.pid() + " has open", e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed between listing and reading
        }
    }
}
