package org.tillwright.register.shell;

import java.awt.AWTEvent;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.keyboard.ScanDispatcher;
import org.tillwright.register.keyboard.TypedReads;

/** The register's window on the desk: holds what is shown, and ends with the program. Event thread only. */
public final class RegisterFrame {

    private static final int TICK_MILLIS = 500;

    private final JFrame frame = new JFrame("Tillwright");
    private final Timer timer;
    private @Nullable ScanDispatcher scanner;
    private @Nullable AWTEventListener hands;

    /**
     * Makes the window, still unseen.
     *
     * @param tick called twice a second, for what shows time
     * @param closed called when a person closes the window
     */
    public RegisterFrame(Runnable tick, Runnable closed) {
        timer = new Timer(TICK_MILLIS, event -> tick.run());
        frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                closed.run();
            }
        });
        frame.setMinimumSize(new Dimension(1024, 768));
    }

    /** What changes or shows a sale runs here. */
    public static Executor eventThread() {
        return SwingUtilities::invokeLater;
    }

    /** Runs on the event thread and waits for the end of it; from any other thread. */
    public static void runAndWait(Runnable action) throws InterruptedException {
        try {
            SwingUtilities.invokeAndWait(action);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("what was to be done on the event thread failed", e.getCause());
        }
    }

    /** Catches scanners and badge readers that type like a keyboard. */
    public void catchScans(TypedReads reads) {
        ScanDispatcher dispatcher = new ScanDispatcher(reads);
        dispatcher.install();
        scanner = dispatcher;
    }

    /** Calls {@code touched} with every key and every touch, whatever has the focus. */
    public void watchHands(Runnable touched) {
        AWTEventListener listener = event -> touched.run();
        hands = listener;
        Toolkit.getDefaultToolkit().addAWTEventListener(listener, AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK);
    }

    public void show(RegisterWindow window) {
        frame.setContentPane(window);
        frame.revalidate();
        frame.repaint();
    }

    /** Opens a window of this many pixels inside, with the desk's own border, so that a person can move and close it. */
    public void open(int width, int height) {
        frame.getContentPane().setPreferredSize(new Dimension(width, height));
        frame.pack();
        frame.setLocation(0, 0);
        frame.setVisible(true);
        timer.start();
    }

    /** Opens the window over the whole screen. */
    public void openWhole() {
        GraphicsConfiguration screen = frame.getGraphicsConfiguration();
        frame.setUndecorated(true);
        frame.setBounds(screen.getBounds());
        frame.setVisible(true);
        timer.start();
    }

    public void resize(int width, int height) {
        frame.setSize(width, height);
        frame.validate();
    }

    public void close() {
        timer.stop();
        ScanDispatcher dispatcher = scanner;
        if (dispatcher != null) {
            dispatcher.uninstall();
        }
        AWTEventListener watching = hands;
        if (watching != null) {
            Toolkit.getDefaultToolkit().removeAWTEventListener(watching);
        }
        frame.dispose();
    }

    /** What the window shows now, as a picture. */
    public BufferedImage picture() {
        BufferedImage image = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        frame.getContentPane().printAll(image.createGraphics());
        return image;
    }
}
