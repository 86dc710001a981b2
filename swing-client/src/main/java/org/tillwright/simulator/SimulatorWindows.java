package org.tillwright.simulator;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.PaymentSimulator.Mode;

/**
 * Simulated devices with windows, one below the other beside the register. Used by the demo and by
 * {@code pos simulate --window}; its methods may be called from any thread but the event thread. Whatever opens a window
 * gives its device, which a script can drive beside the person at the window.
 */
public final class SimulatorWindows implements AutoCloseable {

    private static final int GAP = 8;

    private final List<SimulatorFrame> frames = new ArrayList<>();
    private final int top;
    private int left;
    private int nextTop;

    /**
     * Begins the windows' first column.
     *
     * @param left pixels from the left edge of the screen
     * @param top pixels from its upper edge
     */
    public SimulatorWindows(int left, int top) {
        this.left = left;
        this.top = top;
        nextTop = top;
    }

    /** Whether there is a screen to show windows on. */
    public static boolean isPossible() {
        return !GraphicsEnvironment.isHeadless();
    }

    public Scriptable printer(String where, @Nullable Cable cable, int columns, PrinterSimulator.Listener listener)
            throws IOException {
        return show(() -> PrinterView.open(where, cable, columns, listener));
    }

    public Scriptable drawer(String where, @Nullable Cable cable, PrinterSimulator.Listener listener)
            throws IOException {
        return show(() -> DrawerView.open(where, cable, listener));
    }

    public Scriptable label(
            String where,
            @Nullable Cable cable,
            LabelSimulator.Language language,
            int dpi,
            LabelSimulator.Listener listener)
            throws IOException {
        return show(() -> LabelView.open(where, cable, language, dpi, listener));
    }

    /**
     * Opens a scanner.
     *
     * @param codes barcodes that get a key of their own
     */
    public Scriptable scanner(String where, @Nullable Cable cable, List<String> codes) throws IOException {
        return show(() -> ScannerView.open(where, cable, codes));
    }

    /**
     * Opens a badge reader.
     *
     * @param codes badges that get a key of their own
     */
    public Scriptable badges(String where, @Nullable Cable cable, List<String> codes) throws IOException {
        return show(() -> ScannerView.badges(where, cable, codes));
    }

    public Scriptable display(String where, @Nullable Cable cable, DisplaySimulator.Listener listener)
            throws IOException {
        return show(() -> DisplayView.open(where, cable, listener));
    }

    /**
     * Opens a card terminal.
     *
     * @param books file of what it moved; null where it forgets that when it is closed
     */
    public Scriptable terminal(
            String where, @Nullable Cable cable, @Nullable Path books, Mode mode, PaymentSimulator.Listener listener)
            throws IOException {
        return show(() -> PaymentView.terminal(
                (from, screen) -> TerminalSimulator.open(where, cable, books, from, screen), mode, listener));
    }

    /** Opens a scale that talks in some way. */
    public Scriptable scale(ScaleSimulator.Kind kind, String where, @Nullable Cable cable) throws IOException {
        return show(() -> ScaleView.open(kind, where, cable));
    }

    /** Opens a gateway of wallets, which listens on a port of its account. */
    public Scriptable gateway(GatewaySimulator.Account account, Mode mode, PaymentSimulator.Listener listener)
            throws IOException {
        return show(() -> PaymentView.gateway(account, mode, listener));
    }

    private Scriptable show(Opener opener) throws IOException {
        var opened = new CompletableFuture<SimulatorFrame>();
        try {
            SwingUtilities.invokeAndWait(() -> {
                if (frames.isEmpty()) {
                    SimulatorFrame.installLook();
                }
                openInto(opened, opener);
            });
            SimulatorFrame frame = opened.join();
            place(frame);
            frames.add(frame);
            return frame.device();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a window opened", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("a simulator's window could not be opened", e.getCause());
        }
    }

    /** Below the one before, or at the head of the next column when the screen ends there. */
    private void place(SimulatorFrame frame) {
        int screenHeight = frame.getGraphicsConfiguration().getBounds().height;
        if (nextTop > top && nextTop + frame.getHeight() > screenHeight) {
            left = left + frame.getWidth() + GAP;
            nextTop = top;
        }
        frame.setLocation(left, nextTop);
        nextTop = nextTop + frame.getHeight() + GAP;
    }

    private static void openInto(CompletableFuture<SimulatorFrame> opened, Opener opener) {
        try {
            opened.complete(opener.open());
        } catch (IOException e) {
            opened.completeExceptionally(e);
        }
    }

    /** Waits until every window was closed, by a person or by {@link #close}. */
    public void awaitEnd() throws InterruptedException {
        for (SimulatorFrame frame : frames) {
            frame.awaitEnd();
        }
    }

    @Override
    public void close() {
        frames.forEach(SimulatorFrame::close);
    }

    /** Makes a window with its device. */
    @FunctionalInterface
    private interface Opener {
        SimulatorFrame open() throws IOException;
    }
}
