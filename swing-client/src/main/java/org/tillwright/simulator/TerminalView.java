package org.tillwright.simulator;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.TerminalSimulator.Mode;

/** The window of a simulated card terminal: what it asks for, and the keys that decide. */
final class TerminalView extends SimulatorFrame {

    private static final int HEIGHT = 240;
    private static final int MINOR_DIGITS = 2;
    private static final Map<Mode, String> CHOICES = Map.of(
            Mode.ASK, "Ask me",
            Mode.APPROVE, "Approve every payment",
            Mode.DECLINE, "Decline every payment",
            Mode.HANG, "Take payments and hang",
            Mode.SILENT, "Say nothing at all");

    private final JLabel amount = new JLabel("Ready", SwingConstants.CENTER);
    private final JButton approve;
    private final JButton decline;
    private final TerminalSimulator terminal;

    private TerminalView(String where, @Nullable Cable cable, Mode mode, TerminalSimulator.Listener next)
            throws IOException {
        super("Card terminal", "[grow, fill][][]");
        amount.setFont(large(28));
        add(amount);
        approve = key("Approve", this::approve);
        decline = key("Decline", this::decline);
        var keys = new JPanel(new MigLayout("insets 0, gap 6, fillx", "[grow, fill, sg][grow, fill, sg]"));
        keys.setOpaque(false);
        keys.add(approve);
        keys.add(decline);
        add(keys);
        var choice = new JComboBox<Mode>(Mode.values());
        choice.setRenderer((list, value, index, selected, focused) -> new JLabel(" " + CHOICES.get(value)));
        choice.setSelectedItem(mode);
        add(choice, "height 36!");
        idle();
        terminal = TerminalSimulator.open(where, cable, mode, new Screen(next));
        choice.addActionListener(event -> terminal.setMode(choice.getItemAt(choice.getSelectedIndex())));
    }

    /** Opens window and device; on the event thread. */
    static TerminalView open(String where, @Nullable Cable cable, Mode mode, TerminalSimulator.Listener next)
            throws IOException {
        var view = new TerminalView(where, cable, mode, next);
        view.showAt(HEIGHT);
        return view;
    }

    private void approve() throws IOException {
        terminal.approve();
    }

    private void decline() throws IOException {
        terminal.decline();
    }

    private void idle() {
        amount.setText("Ready");
        approve.setEnabled(false);
        decline.setEnabled(false);
    }

    private void asks(String text) {
        amount.setText(text);
        approve.setEnabled(true);
        decline.setEnabled(true);
    }

    @Override
    void endDevice() {
        terminal.close();
    }

    /** Hears the terminal on its own thread. */
    private final class Screen implements TerminalSimulator.Listener {

        private final TerminalSimulator.Listener next;

        Screen(TerminalSimulator.Listener next) {
            this.next = next;
        }

        @Override
        public void shows(String text) {
            SwingUtilities.invokeLater(TerminalView.this::idle);
            say(text);
            next.shows(text);
        }

        @Override
        public void paymentAsked(long minor) {
            String shown = BigDecimal.valueOf(minor, MINOR_DIGITS).toPlainString();
            SwingUtilities.invokeLater(() -> asks(shown));
            say("Hold card");
            next.paymentAsked(minor);
        }

        @Override
        public void refundAsked(long minor) {
            String shown = BigDecimal.valueOf(-minor, MINOR_DIGITS).toPlainString();
            SwingUtilities.invokeLater(() -> asks(shown));
            say("Hold card");
            next.refundAsked(minor);
        }
    }
}
