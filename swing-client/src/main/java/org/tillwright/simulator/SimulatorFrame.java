package org.tillwright.simulator;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Color;
import java.awt.Font;
import java.awt.Insets;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/**
 * The window of a simulated device: small, with a title, its keys, and one line at the bottom that says what happened.
 * What keys do runs beside the event thread, since a line may be slow.
 */
abstract class SimulatorFrame extends JFrame implements AutoCloseable {

    static final int WIDTH_PIXELS = 400;
    static final Color DESK = new Color(0xE4E1DA);
    static final Color GROUND = new Color(0xF4F3EF);
    static final Color ACCENT = new Color(0x0B6B53);

    private static final Insets KEY_MARGIN = new Insets(7, 10, 7, 10);

    private final JLabel notice = new JLabel(" ");
    private final ExecutorService worker;
    private final CountDownLatch ended = new CountDownLatch(1);

    SimulatorFrame(String title, String layoutRows) {
        super(title);
        worker = Executors.newSingleThreadExecutor(job -> {
            Thread daemon = new Thread(job, "keys of " + title);
            daemon.setDaemon(true);
            return daemon;
        });
        getContentPane().setBackground(GROUND);
        getContentPane().setLayout(new MigLayout("insets 12, gap 8, wrap 1, fillx", "[grow, fill]", layoutRows));
        notice.setForeground(new Color(0x565D65));
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                close();
            }
        });
    }

    /** Sets up the look of all simulators of this program; before the first window. */
    static void installLook() {
        FlatInterFont.install();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        FlatLaf.setGlobalExtraDefaults(Map.of("@accentColor", "#0B6B53", "Button.arc", "8"));
        FlatLightLaf.setup();
    }

    /** The device behind the window, which ends with it. */
    abstract Scriptable device();

    /** Shows the window at a height of its own and the width of all simulators. */
    final void showAt(int height) {
        getContentPane().add(notice, "height 20!");
        setSize(WIDTH_PIXELS, height);
        setVisible(true);
    }

    /** Says what happened; from any thread. */
    final void say(String text) {
        SwingUtilities.invokeLater(() -> notice.setText(text));
    }

    /** A key that does something at the device. */
    final JButton key(String label, DeviceAction action) {
        var key = new JButton(label);
        key.setMargin(KEY_MARGIN);
        key.addActionListener(event -> perform(action));
        return key;
    }

    /** A key that stays down: off and on are two things at the device. */
    final JToggleButton toggle(String label, DeviceAction down, DeviceAction up) {
        var key = new JToggleButton(label);
        key.setMargin(KEY_MARGIN);
        key.addActionListener(event -> perform(key.isSelected() ? down : up));
        return key;
    }

    final void perform(DeviceAction action) {
        worker.execute(() -> {
            try {
                action.run();
            } catch (IOException | UncheckedIOException e) {
                say(String.valueOf(e.getMessage()));
            }
        });
    }

    static Font large(int size) {
        return new Font(FlatInterFont.FAMILY_SEMIBOLD, Font.PLAIN, size);
    }

    /** Waits until the window is closed. */
    final void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public final void close() {
        if (ended.getCount() == 0) {
            return;
        }
        ended.countDown();
        worker.shutdown();
        device().close();
        SwingUtilities.invokeLater(((Window) this)::dispose);
    }

    /** Something at the device that may fail. */
    @FunctionalInterface
    interface DeviceAction {
        void run() throws IOException;
    }
}
