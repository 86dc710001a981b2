package org.tillwright.register.tendering;

import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.component.FiguresLabel;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.tendering.TenderingState.PaymentRow;
import org.tillwright.register.text.Texts;

/** The payments taken so far, each with a key that takes it back; the newest is in sight, and undone as on the selling screen. */
final class PaymentsView extends JScrollPane {

    private final Texts texts;
    private final TenderingIntents intents;
    private final JPanel rows = new JPanel(new MigLayout("insets 0, gap 8, wrap 3", "[grow,fill][]12[]", "[48!]"));
    private List<PaymentRow> shown = List.of();

    PaymentsView(Texts texts, TenderingIntents intents) {
        super(ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        this.texts = texts;
        this.intents = intents;
        rows.setBackground(Look.colors().surface());
        getViewport().setBackground(Look.colors().surface());
        setViewportView(rows);
        setBorder(BorderFactory.createEmptyBorder());
        getVerticalScrollBar().setUnitIncrement(Look.TARGET_MIN);
        setFocusable(false);
    }

    void render(List<PaymentRow> next) {
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        rows.removeAll();
        for (PaymentRow row : next) {
            JLabel name = new JLabel(row.name());
            FiguresLabel amount = new FiguresLabel();
            amount.setText(row.amount());
            TouchButton remove = new TouchButton(texts.text("tendering.take-back"), Role.PLAIN);
            remove.setAccessibleText(texts.text("tendering.take-back.name", row.name(), row.amount()));
            remove.addActionListener(event -> intents.takeBack(row.index()));
            if (row.equals(next.get(next.size() - 1))) {
                remove.shortcut("ctrl Z", "Ctrl+Z");
            }
            rows.add(name, "wmin 0");
            rows.add(amount);
            rows.add(remove, "h 48!");
        }
        rows.applyComponentOrientation(getComponentOrientation());
        rows.revalidate();
        rows.repaint();
        getViewport().validate();
        getVerticalScrollBar().setValue(getVerticalScrollBar().getMaximum());
    }
}
