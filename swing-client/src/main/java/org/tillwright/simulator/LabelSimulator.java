package org.tillwright.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.LabelDecoder.Condition;

/**
 * A label printer. Prints what it understands as pictures, says what it does not, answers when it is asked how it is, and stops
 * when its roll is out or its head open.
 */
public final class LabelSimulator implements Scriptable {

    /** What most printers have. */
    public static final int DEFAULT_DPI = 203;

    private static final long MOST_LABELS_LEFT = 100_000;

    private final Listener listener;
    private final LabelDecoder decoder;
    private final FarEnd end;
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private @Nullable PrintedLabel stopped;
    private boolean isOut;
    private boolean isOpen;
    private boolean isSilent;
    private int left = Integer.MAX_VALUE;

    private LabelSimulator(String where, @Nullable Cable cable, Language language, int dpi, Listener listener)
            throws IOException {
        this.listener = listener;
        LabelDecoder.Listener heard = new Heard();
        decoder = language == Language.ZPL ? new ZplDecoder(heard) : new TsplDecoder(dpi, heard);
        end = FarEnd.open(where, cable, this::received);
    }

    /** What it speaks. */
    public enum Language {
        ZPL,
        TSPL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Puts a label printer at the far end of a line.
     *
     * @param where path of a serial port, or {@code tcp:PORT} with 0 for any free one
     * @param cable what {@link #pull} pulls, or null
     * @param dpi dots on an inch of its head
     */
    public static LabelSimulator open(
            String where, @Nullable Cable cable, Language language, int dpi, Listener listener) throws IOException {
        return new LabelSimulator(where, cable, language, dpi, listener);
    }

    /** The port it listens on, when it is on TCP. */
    public int tcpPort() {
        return end.tcpPort();
    }

    private void received(byte[] bytes) throws IOException {
        byte[] answer;
        synchronized (this) {
            for (byte each : bytes) {
                decoder.take(each);
            }
            answer = answers.toByteArray();
            answers.reset();
        }
        if (answer.length > 0) {
            end.send(answer);
        }
    }

    /** The roll ends after this many more labels. */
    public synchronized void runOutAfter(int labels) {
        left = labels;
    }

    /** Takes the roll out, or puts a new one in; what was left to print then comes out. */
    public synchronized void setLabels(boolean present) {
        isOut = !present;
        left = Integer.MAX_VALUE;
        goOn();
    }

    /** Opens or closes the head; what waited is printed when it closes. */
    public synchronized void setOpen(boolean open) {
        isOpen = open;
        goOn();
    }

    /** Answers no questions from now on, as on a line that goes one way. */
    public synchronized void fallSilent() {
        isSilent = true;
    }

    private void goOn() {
        PrintedLabel waiting = stopped;
        stopped = null;
        if (waiting != null) {
            print(waiting);
        }
    }

    private synchronized void print(PrintedLabel label) {
        if (isOut || isOpen) {
            stopped = label;
            return;
        }
        int now = Math.min(left, label.copies());
        left -= now;
        if (now > 0) {
            listener.printed(new PrintedLabel(label.picture(), now));
        }
        if (now < label.copies()) {
            isOut = true;
            stopped = new PrintedLabel(label.picture(), label.copies() - now);
        }
    }

    @Override
    public List<ScriptCommand> commands() {
        var commands = new ArrayList<ScriptCommand>();
        commands.add(new ScriptCommand(
                "labels",
                List.of("in|out"),
                "Puts a roll in or takes it out.",
                words -> setLabels(ScriptCommand.either(words.get(0), "in", "out"))));
        commands.add(new ScriptCommand(
                "head",
                List.of("open|shut"),
                "Opens the head or shuts it.",
                words -> setOpen(ScriptCommand.either(words.get(0), "open", "shut"))));
        commands.add(new ScriptCommand(
                "run-out-after",
                List.of("LABELS"),
                "The roll ends after so many more labels.",
                words -> runOutAfter((int) ScriptCommand.number(words.get(0), 0, MOST_LABELS_LEFT))));
        commands.add(
                new ScriptCommand("fall-silent", List.of(), "It answers no more questions.", words -> fallSilent()));
        commands.addAll(ScriptCommand.ofCable(this::pull, this::plugIn));
        return commands;
    }

    /** Pulls the cable. */
    public void pull() {
        end.pull();
    }

    /** Puts the cable back in. */
    public void plugIn() throws IOException {
        end.plugIn();
    }

    @Override
    public void close() {
        end.close();
    }

    /** Hears what the printer does, on its own thread. */
    public interface Listener {

        /** Labels came out. */
        void printed(PrintedLabel label);

        /** Something was sent that it does not know; a test fails here. */
        void unknown(String what);
    }

    private final class Heard implements LabelDecoder.Listener {

        @Override
        public void printed(PrintedLabel label) {
            print(label);
        }

        @Override
        public void asked() {
            if (!isSilent) {
                PrintedLabel waiting = stopped;
                answers.writeBytes(
                        decoder.status(new Condition(isOpen, isOut, waiting == null ? 0 : waiting.copies())));
            }
        }

        @Override
        public void unknown(String what) {
            listener.unknown(what);
        }
    }
}
