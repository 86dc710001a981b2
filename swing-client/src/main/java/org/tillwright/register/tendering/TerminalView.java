package org.tillwright.register.tendering;

import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.QrPicture;
import org.tillwright.register.component.Sentence;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.tendering.TenderingState.Terminal;
import org.tillwright.register.text.Texts;

/** Shows a payment that is on its way: what is waited for, since when, and the code that the customer scans. */
final class TerminalView extends JPanel {

    private final JTextArea text =
            Sentence.of("", Look.semibold(Look.LARGE), Look.colors().text());
    private final JLabel elapsed = new JLabel();
    private final QrPicture code;
    private final TouchButton stop;

    TerminalView(Texts texts, TenderingIntents intents) {
        super(new MigLayout("insets 0, gap 12, wrap 1, hidemode 3", "[grow,fill]", "[][6!][][grow,fill][64!]"));
        setOpaque(false);
        code = new QrPicture(texts.text("wallet.qr"));
        stop = new TouchButton(texts.text("tendering.card.cancel"), Role.PLAIN)
                .shortcut("ESCAPE", texts.text("key.escape"));
        stop.addActionListener(event -> intents.stop());
        elapsed.setForeground(Look.colors().muted());
        JProgressBar progress = new JProgressBar();
        progress.setIndeterminate(true);
        progress.getAccessibleContext().setAccessibleName(texts.text("tendering.card.progress"));
        add(text, "wmin 0");
        add(progress);
        add(elapsed);
        add(code, "wmin 0, h 160:340:340");
        add(stop, "w 200!, growx 0");
    }

    void render(Terminal terminal) {
        Sentence.change(text, terminal.text());
        elapsed.setText(terminal.elapsed());
        code.show(terminal.code());
        code.setVisible(!terminal.code().isEmpty());
        stop.setEnabled(terminal.canCancel());
    }
}
