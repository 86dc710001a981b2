package org.tillwright.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A scanner that reads what it is told to read, and sends it with a carriage return. */
public final class ScannerSimulator implements Scriptable {

    private final FarEnd end;
    private volatile Consumer<byte[]> ear = bytes -> {}; // few scanners are told anything

    private ScannerSimulator(String where, @Nullable Cable cable) throws IOException {
        end = FarEnd.open(where, cable, bytes -> ear.accept(bytes));
    }

    /**
     * Puts a scanner at the far end of a line.
     *
     * @param where path of a serial port, or {@code tcp:PORT} with 0 for any free one
     * @param cable what {@link #pull} pulls, or null
     */
    public static ScannerSimulator open(String where, @Nullable Cable cable) throws IOException {
        return new ScannerSimulator(where, cable);
    }

    /** The port it listens on, when it is on TCP. */
    public int tcpPort() {
        return end.tcpPort();
    }

    /** Hears what the register sends, on the line's thread. */
    public void hear(Consumer<byte[]> next) {
        ear = next;
    }

    /** Reads a code. */
    public void scan(String code) throws IOException {
        send(code + "\r");
    }

    /** Sends text as it stands, for scanners with other line ends or prefixes. */
    public void send(String text) throws IOException {
        end.send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public List<ScriptCommand> commands() {
        var commands = new ArrayList<ScriptCommand>();
        commands.add(new ScriptCommand(
                "scan",
                List.of("CODE"),
                "Reads a code.",
                words -> scan(words.get(0).strip())));
        commands.add(new ScriptCommand(
                "send",
                List.of("TEXT"),
                "Sends text as it stands, without a carriage return.",
                words -> send(words.get(0))));
        commands.addAll(ScriptCommand.ofCable(this::pull, this::plugIn));
        return commands;
    }

    /** A bare code is read. */
    @Override
    public Optional<String> usualCommand() {
        return Optional.of("scan");
    }

    public void pull() {
        end.pull();
    }

    public void plugIn() throws IOException {
        end.plugIn();
    }

    @Override
    public void close() {
        end.close();
    }
}
