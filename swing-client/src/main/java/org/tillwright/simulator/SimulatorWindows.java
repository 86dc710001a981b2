package org.tillwright.simulator;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.PaymentSimulator.Mode;

/**
 * Simulated devices with windows, one below the other beside the register. Used by the demo and by
 * {@code pos simulate --window}; its methods may be called from any thread but the event thread.
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

    public void printer(String where, @Nullable Cable cable, int columns, PrinterSimulator.Listener listener)
            throws IOException {
        show(() -> PrinterView.open(where, cable, columns, listener));
    }

    public void drawer(String where, @Nullable Cable cable, PrinterSimulator.Listener listener) throws IOException {
        show(() -> DrawerView.open(where, cable, listener));
    }

    /**
     * Opens a scanner.
     *
     * @param codes barcodes that get a key of their own
     */
    public void scanner(String where, @Nullable Cable cable, List<String> codes) throws IOException {
        show(() -> ScannerView.open(where, cable, codes));
    }

    /**
     * Opens a badge reader.
     *
     * @param codes badges that get a key of their own
     */
    public void badges(String where, @Nullable Cable cable, List<String> codes) throws IOException {
        show(() -> ScannerView.badges(where, cable, codes));
    }

    public void display(String where, @Nullable Cable cable, DisplaySimulator.Listener listener) throws IOException {
        show(() -> DisplayView.open(where, cable, listener));
    }

    public void terminal(String where, @Nullable Cable cable, Mode mode, PaymentSimulator.Listener listener)
            throws IOException {
        show(() -> PaymentView.terminal(where, cable, mode, listener));
    }

    public void scale(String where, @Nullable Cable cable) throws IOException {
        show(() -> ScaleView.open(where, cable));
    }

    public void wallet(String where, @Nullable Cable cable, Mode mode, PaymentSimulator.Listener listener)
            throws IOException {
        show(() -> PaymentView.wallet(where, cable, mode, listener));
    }

    private void show(Opener opener) throws IOException {
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

    /** Waits until every window was closed. */
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
