package org.tillwright.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.PaperItem.Asked;
import org.tillwright.simulator.PaperItem.Cut;
import org.tillwright.simulator.PaperItem.DrawerPulse;

/**
 * A receipt printer with a cash drawer behind it. Prints what it understands, says what it does not, answers status
 * questions as an Epson TM printer does, and stops when its paper is out or its cover open.
 */
public final class PrinterSimulator implements AutoCloseable {

    /** Bytes kept while it cannot print; a real printer keeps fewer and then stops its line. */
    private static final int HELD_BYTES = 65_536;

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
    private boolean paperOut;
    private boolean coverOpen;
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
                    case 1 -> stopped ? 0x08 : 0;
                    case 2 -> (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0);
                    case 4 -> paperOut ? 0x6C : 0;
                    default -> 0;
                };
    }

    private boolean isStopped() {
        return paperOut || coverOpen;
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
        if (item instanceof DrawerPulse) {
            drawerOpenings++;
            listener.drawerOpened(drawerOpenings);
            return;
        }
        sheet.add(item);
        if (item instanceof PaperItem.Line && --linesLeft <= 0) {
            paperOut = true;
        }
        if (item instanceof Cut) {
            var receipt = new PrintedReceipt(sheet, columns);
            sheet.clear();
            listener.cut(receipt);
        } else {
            listener.moved(new PrintedReceipt(sheet, columns));
        }
    }

    /** The paper ends after this many more lines. */
    public synchronized void runOutAfter(int lines) {
        linesLeft = lines;
    }

    /** Takes the paper out, or puts a new roll in; what waited is printed then. */
    public synchronized void setPaper(boolean present) {
        paperOut = !present;
        linesLeft = Integer.MAX_VALUE;
        printHeld();
    }

    /** Opens or closes the cover; what waited is printed when it closes. */
    public synchronized void setCoverOpen(boolean open) {
        coverOpen = open;
        printHeld();
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
