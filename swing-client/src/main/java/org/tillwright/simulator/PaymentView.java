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
import org.tillwright.simulator.PaymentSimulator.Listener;
import org.tillwright.simulator.PaymentSimulator.Mode;

/** The window of a device that takes payments: what it asks for, and the keys that decide. */
final class PaymentView extends SimulatorFrame {

    private static final int HEIGHT = 240;
    private static final int MINOR_DIGITS = 2;
    private static final Words TERMINAL = new Words(
            "Card terminal",
            "Approve",
            "Decline",
            Map.of(
                    Mode.ASK, "Ask me",
                    Mode.APPROVE, "Approve every payment",
                    Mode.DECLINE, "Decline every payment",
                    Mode.HANG, "Take payments and hang",
                    Mode.SILENT, "Say nothing at all"));
    private static final Words WALLET = new Words(
            "Wallet gateway",
            "Customer pays",
            "Customer declines",
            Map.of(
                    Mode.ASK, "Ask me",
                    Mode.APPROVE, "Pay everything at once",
                    Mode.DECLINE, "Decline every payment",
                    Mode.HANG, "Take payments and hang",
                    Mode.SILENT, "Pay and say nothing at all"));

    private final JLabel amount = new JLabel("Ready", SwingConstants.CENTER);
    private final JButton approve;
    private final JButton decline;
    private final PaymentSimulator device;

    private PaymentView(Words words, Mode mode, Opener opener, Listener next) throws IOException {
        super(words.title(), "[grow, fill][][]");
        amount.setFont(large(28));
        add(amount);
        approve = key(words.approve(), this::approve);
        decline = key(words.decline(), this::decline);
        var keys = new JPanel(new MigLayout("insets 0, gap 6, fillx", "[grow, fill, sg][grow, fill, sg]"));
        keys.setOpaque(false);
        keys.add(approve);
        keys.add(decline);
        add(keys);
        var choice = new JComboBox<Mode>(Mode.values());
        choice.setRenderer((list, value, index, selected, focused) ->
                new JLabel(" " + words.modes().get(value)));
        choice.setSelectedItem(mode);
        add(choice, "height 36!");
        idle();
        device = opener.open(mode, new Screen(next));
        choice.addActionListener(event -> device.setMode(choice.getItemAt(choice.getSelectedIndex())));
    }

    /** Opens window and card terminal; on the event thread. */
    static PaymentView terminal(Opener opener, Mode mode, Listener next) throws IOException {
        return shown(TERMINAL, mode, opener, next);
    }

    /** Opens window and wallet gateway; on the event thread. */
    static PaymentView gateway(GatewaySimulator.Account account, Mode mode, Listener next) throws IOException {
        return shown(WALLET, mode, (from, screen) -> GatewaySimulator.open(account, from, screen), next);
    }

    private static PaymentView shown(Words words, Mode mode, Opener opener, Listener next) throws IOException {
        var view = new PaymentView(words, mode, opener, next);
        view.showAt(HEIGHT);
        return view;
    }

    private void approve() throws IOException {
        device.approve();
    }

    private void decline() throws IOException {
        device.decline();
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
    Scriptable device() {
        return device;
    }

    /** What the window says of its device. */
    private record Words(String title, String approve, String decline, Map<Mode, String> modes) {}

    /** Opens the device that a window shows. */
    @FunctionalInterface
    interface Opener {

        PaymentSimulator open(Mode mode, Listener listener) throws IOException;
    }

    /** Hears the device on its own thread. */
    private final class Screen implements Listener {

        private final Listener next;

        Screen(Listener next) {
            this.next = next;
        }

        @Override
        public void shows(String text) {
            SwingUtilities.invokeLater(PaymentView.this::idle);
            say(text);
            next.shows(text);
        }

        @Override
        public void paymentAsked(long minor) {
            asked(minor);
            next.paymentAsked(minor);
        }

        @Override
        public void refundAsked(long minor) {
            asked(-minor);
            next.refundAsked(minor);
        }

        private void asked(long minor) {
            String shown = BigDecimal.valueOf(minor, MINOR_DIGITS).toPlainString();
            SwingUtilities.invokeLater(() -> asks(shown));
            say("Waiting for the customer");
        }
    }
}
