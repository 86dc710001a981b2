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
import org.tillwright.simulator.WalletSimulator.Mode;

/** The window of a simulated payment gateway: what a customer's phone would ask, and the keys that answer. */
final class WalletView extends SimulatorFrame {

    private static final int HEIGHT = 240;
    private static final int MINOR_DIGITS = 2;
    private static final Map<Mode, String> CHOICES = Map.of(
            Mode.ASK, "Ask me",
            Mode.APPROVE, "Pay everything at once",
            Mode.DECLINE, "Decline every payment",
            Mode.HANG, "Take payments and hang",
            Mode.SILENT, "Pay and say nothing at all");

    private final JLabel amount = new JLabel("Ready", SwingConstants.CENTER);
    private final JButton approve;
    private final JButton decline;
    private final WalletSimulator gateway;

    private WalletView(String where, @Nullable Cable cable, Mode mode, WalletSimulator.Listener next)
            throws IOException {
        super("Wallet gateway", "[grow, fill][][]");
        amount.setFont(large(28));
        add(amount);
        approve = key("Customer pays", this::approve);
        decline = key("Customer declines", this::decline);
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
        gateway = WalletSimulator.open(where, cable, mode, new Screen(next));
        choice.addActionListener(event -> gateway.setMode(choice.getItemAt(choice.getSelectedIndex())));
    }

    /** Opens window and device; on the event thread. */
    static WalletView open(String where, @Nullable Cable cable, Mode mode, WalletSimulator.Listener next)
            throws IOException {
        var view = new WalletView(where, cable, mode, next);
        view.showAt(HEIGHT);
        return view;
    }

    private void approve() {
        gateway.approve();
    }

    private void decline() {
        gateway.decline();
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
        gateway.close();
    }

    /** Hears the gateway on its own thread. */
    private final class Screen implements WalletSimulator.Listener {

        private final WalletSimulator.Listener next;

        Screen(WalletSimulator.Listener next) {
            this.next = next;
        }

        @Override
        public void shows(String text) {
            SwingUtilities.invokeLater(WalletView.this::idle);
            say(text);
            next.shows(text);
        }

        @Override
        public void paymentAsked(String how, long minor) {
            String shown = BigDecimal.valueOf(minor, MINOR_DIGITS).toPlainString();
            SwingUtilities.invokeLater(() -> asks(shown));
            say(how);
            next.paymentAsked(how, minor);
        }
    }
}
