package org.tillwright.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.PaperItem.Asked;
import org.tillwright.simulator.PaperItem.Cut;
import org.tillwright.simulator.PaperItem.DrawerPulse;
import org.tillwright.simulator.PaperItem.StatusWanted;

/**
 * A receipt printer with a cash drawer behind it. Prints what it understands, says what it does not, answers status
 * questions as an Epson TM printer does, sends its status unasked when it was told to, and stops when its paper is out,
 * its cover open or its knife jammed. The drawer's contact is high while the drawer is open.
 */
public final class PrinterSimulator implements Scriptable {

    private static final Logger LOG = System.getLogger(PrinterSimulator.class.getName());

    /** Bytes kept while it cannot print; a real printer keeps fewer and then stops its line. */
    private static final int HELD_BYTES = 65_536;

    /** Most lines that a script can leave on a roll. */
    private static final long MOST_LINES_LEFT = 100_000;

    /** What most printers for paper of 80 mm have. */
    public static final int DEFAULT_COLUMNS = 42;

    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int STATUS_MARK = 0x12;

    private final int columns;
    private final Listener listener;
    private final EscPosDecoder decoder;
    private final FarEnd end;
    private final List<PaperItem> sheet = new ArrayList<>();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final List<String> unknown = new ArrayList<>();
    private boolean paperLow;
    private boolean paperOut;
    private boolean coverOpen;
    private boolean jammed;
    private boolean drawerOpen;
    private boolean tellsUnasked;
    private int linesLeft = Integer.MAX_VALUE;
    private byte[] tail = new byte[0];
    private int drawerOpenings;

    private PrinterSimulator(String where, @Nullable Cable cable, int columns, Listener listener) throws IOException {
        this.columns = columns;
        this.listener = listener;
        decoder = new EscPosDecoder(columns, this::printed);
        end = FarEnd.open(where, cable, this::received);
    }

    /**
     * Puts a printer at the far end of a line.
     *
     * @param where path of a serial port, or {@code tcp:PORT} with 0 for any free one
     * @param cable what {@link #pull} pulls, or null
     * @param columns normal characters on a line of its paper
     */
    public static PrinterSimulator open(String where, @Nullable Cable cable, int columns, Listener listener)
            throws IOException {
        return new PrinterSimulator(where, cable, columns, listener);
    }

    /** The port it listens on, when it is on TCP. */
    public int tcpPort() {
        return end.tcpPort();
    }

    private void received(byte[] bytes) throws IOException {
        byte[] answer;
        synchronized (this) {
            answerInRealTime(bytes);
            held.write(bytes, 0, Math.min(bytes.length, HELD_BYTES - held.size()));
            printHeld();
            answer = answers.toByteArray();
            answers.reset();
        }
        if (answer.length > 0) {
            end.send(answer);
        }
    }

    /** Status questions are answered as they arrive, whatever else waits; the decoder passes them by. */
    private void answerInRealTime(byte[] bytes) {
        for (byte each : bytes) {
            boolean isQuestion = tail.length == 2 && tail[0] == DLE && tail[1] == EOT;
            if (isQuestion) {
                answers.write(status(each));
            }
            tail = tail.length == 0 ? new byte[] {each} : new byte[] {tail[tail.length - 1], each};
        }
    }

    private int status(byte question) {
        boolean stopped = isStopped();
        return STATUS_MARK
                | switch (question) {
                    case 1 -> (stopped ? 0x08 : 0) | (drawerOpen ? 0x04 : 0);
                    case 2 -> (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0) | (jammed ? 0x40 : 0);
                    case 3 -> jammed ? 0x08 : 0;
                    case 4 -> (paperOut ? 0x6C : 0) | (paperLow ? 0x0C : 0);
                    default -> 0;
                };
    }

    /** The four bytes of automatic status back: printer, errors, paper, and one that is always empty. */
    private byte[] unaskedStatus() {
        int printer = 0x10 | (drawerOpen ? 0x04 : 0) | (isStopped() ? 0x08 : 0) | (coverOpen ? 0x20 : 0);
        int paper = (paperLow || paperOut ? 0x03 : 0) | (paperOut ? 0x0C : 0);
        return new byte[] {(byte) printer, (byte) (jammed ? 0x08 : 0), (byte) paper, 0};
    }

    /** Something has changed; whoever wanted to know is told, when somebody is there. */
    private void tell() {
        byte[] told;
        synchronized (this) {
            if (!tellsUnasked) {
                return;
            }
            told = unaskedStatus();
        }
        send(told);
    }

    private void send(byte[] bytes) {
        try {
            end.send(bytes);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "nobody hears what the printer says: {0}", e.getMessage());
        }
    }

    private boolean isStopped() {
        return paperOut || coverOpen || jammed;
    }

    /** Prints byte by byte, so that paper that runs out in the middle stops the rest. */
    private void printHeld() {
        byte[] waiting = held.toByteArray();
        held.reset();
        for (int i = 0; i < waiting.length; i++) {
            if (isStopped()) {
                held.write(waiting, i, waiting.length - i);
                return;
            }
            decoder.take(new byte[] {waiting[i]});
        }
    }

    private synchronized void printed(PaperItem item) {
        if (item instanceof Asked) {
            answers.write(0); // everything before the question is printed, and there is paper
            return;
        }
        if (item instanceof StatusWanted status) {
            tellsUnasked = status.wanted();
            answers.writeBytes(tellsUnasked ? unaskedStatus() : new byte[0]);
            return;
        }
        if (item instanceof PaperItem.Unknown bytes) {
            unknown.add(bytes.hex());
        }
        if (item instanceof DrawerPulse) {
            drawerOpen = true;
            answers.writeBytes(tellsUnasked ? unaskedStatus() : new byte[0]);
            drawerOpenings++;
            listener.drawerOpened(drawerOpenings);
            return;
        }
        sheet.add(item);
        if (item instanceof PaperItem.Line && --linesLeft <= 0) {
            paperOut = true;
            answers.writeBytes(tellsUnasked ? unaskedStatus() : new byte[0]);
        }
        if (item instanceof Cut) {
            var receipt = new PrintedReceipt(sheet, columns);
            sheet.clear();
            listener.cut(receipt);
        } else {
            listener.moved(new PrintedReceipt(sheet, columns));
        }
    }

    @Override
    public List<ScriptCommand> commands() {
        var commands = new ArrayList<ScriptCommand>();
        commands.add(new ScriptCommand(
                "paper",
                List.of("in|out"),
                "Puts a new roll in, or takes the paper out.",
                words -> setPaper(ScriptCommand.either(words.get(0), "in", "out"))));
        commands.add(new ScriptCommand(
                "cover",
                List.of("open|shut"),
                "Opens or shuts the cover.",
                words -> setCoverOpen(ScriptCommand.either(words.get(0), "open", "shut"))));
        commands.add(new ScriptCommand(
                "run-out-after",
                List.of("LINES"),
                "The paper ends after so many more lines.",
                words -> runOutAfter((int) ScriptCommand.number(words.get(0), 0, MOST_LINES_LEFT))));
        commands.add(new ScriptCommand(
                "roll",
                List.of("low|full"),
                "The roll is near its end, or is not; printing goes on.",
                words -> setPaperLow(ScriptCommand.either(words.get(0), "low", "full"))));
        commands.add(new ScriptCommand(
                "knife",
                List.of("jam|free"),
                "Jams the knife or frees it.",
                words -> setJammed(ScriptCommand.either(words.get(0), "jam", "free"))));
        commands.add(new ScriptCommand(
                "drawer",
                List.of("open|shut"),
                "Opens the drawer as with its key, or pushes it shut.",
                words -> setDrawerOpen(ScriptCommand.either(words.get(0), "open", "shut"))));
        commands.addAll(ScriptCommand.ofCable(this::pull, this::plugIn));
        return commands;
    }

    /** The paper ends after this many more lines. */
    public synchronized void runOutAfter(int lines) {
        linesLeft = lines;
    }

    /** Takes the paper out, or puts a new roll in; what waited is printed then. */
    public void setPaper(boolean present) {
        change(() -> {
            paperOut = !present;
            linesLeft = Integer.MAX_VALUE;
        });
    }

    /** The roll is near its end, or is not; printing goes on. */
    public void setPaperLow(boolean low) {
        change(() -> paperLow = low);
    }

    /** Opens or closes the cover; what waited is printed when it closes. */
    public void setCoverOpen(boolean open) {
        change(() -> coverOpen = open);
    }

    /** Jams the knife, or frees it; what waited is printed then. */
    public void setJammed(boolean isJammed) {
        change(() -> jammed = isJammed);
    }

    /** Opens the drawer as with its key, or pushes it shut. */
    public void setDrawerOpen(boolean open) {
        change(() -> drawerOpen = open);
    }

    public synchronized boolean isDrawerOpen() {
        return drawerOpen;
    }

    /** Sends its status whenever it changes, as a printer does whose switches are set so. */
    public void setTellsUnasked(boolean tells) {
        change(() -> tellsUnasked = tells);
    }

    /** All bytes so far that mean nothing to this printer, as hexadecimal digits; in tests, any is an error. */
    public synchronized List<String> unknown() {
        return List.copyOf(unknown);
    }

    private void change(Runnable change) {
        byte[] answer;
        synchronized (this) {
            change.run();
            printHeld();
            answer = answers.toByteArray();
            answers.reset();
        }
        tell();
        if (answer.length > 0) {
            send(answer);
        }
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

        /** A receipt was cut off. */
        void cut(PrintedReceipt receipt);

        /** Something was printed; this is what hangs out of the printer now. */
        default void moved(PrintedReceipt soFar) {}

        /** The drawer sprang open, for the so-many-eth time. */
        default void drawerOpened(int times) {}
    }
}
