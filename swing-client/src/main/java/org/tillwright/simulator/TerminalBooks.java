package org.tillwright.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a simulated terminal moved, kept in a file where there is one: it is still there after the terminal was switched off. */
final class TerminalBooks {

    private final @Nullable Path file;
    private final List<TerminalMovement> movements = new ArrayList<>();
    private int lastTrace;

    TerminalBooks(@Nullable Path file) throws IOException {
        this.file = file;
        if (file != null && Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                TerminalMovement read = TerminalMovement.read(line);
                movements.add(read);
                lastTrace = Math.max(lastTrace, read.trace());
            }
        }
    }

    synchronized TerminalMovement book(String kind, long minor, int reverses) {
        lastTrace++;
        var movement = new TerminalMovement(lastTrace, kind, minor, reverses, false);
        movements.add(movement);
        save();
        return movement;
    }

    /** The newest one of the day that is not closed. */
    synchronized Optional<TerminalMovement> last() {
        return movements.isEmpty()
                ? Optional.empty()
                : Optional.of(movements.get(movements.size() - 1)).filter(movement -> !movement.isClosed());
    }

    /** What has this receipt number and can be undone. */
    synchronized Optional<TerminalMovement> undoable(String receipt) {
        return movements.stream()
                .filter(movement -> movement.receipt().equals(receipt)
                        && !movement.isClosed()
                        && movement.kind().equals("PAYMENT")
                        && movements.stream().noneMatch(other -> other.reverses() == movement.trace()))
                .findFirst();
    }

    synchronized List<TerminalMovement> all() {
        return List.copyOf(movements);
    }

    synchronized List<TerminalMovement> open() {
        return movements.stream().filter(movement -> !movement.isClosed()).toList();
    }

    synchronized void close() {
        movements.replaceAll(TerminalMovement::closed);
        save();
    }

    private void save() {
        Path to = file;
        if (to == null) {
            return;
        }
        StringBuilder text = new StringBuilder();
        movements.forEach(movement -> text.append(movement.written()).append('\n'));
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        try {
            Files.writeString(fresh, text, StandardCharsets.US_ASCII);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal's books cannot be kept in " + to, e);
        }
    }
}
