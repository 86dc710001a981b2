package org.tillwright.register.tendering;

import java.awt.CardLayout;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.cart.CartPanel;
import org.tillwright.register.component.EntryField;
import org.tillwright.register.component.FiguresLabel;
import org.tillwright.register.component.Keypad;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.NoticeLine;
import org.tillwright.register.component.Sentence;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.component.WorkPanel;
import org.tillwright.register.tendering.TenderingState.PaymentRow;
import org.tillwright.register.tendering.TenderingState.QuickNote;
import org.tillwright.register.tendering.TenderingState.Terminal;
import org.tillwright.register.text.Texts;

/** Draws {@link TenderingState} and reports keys. Contains no rules. */
public final class TenderingView extends JPanel {

    private final Texts texts;
    private final TenderingIntents intents;
    private final EntryField entry;
    private final CartPanel cart;
    private final NoticeLine notice = new NoticeLine();
    private final JLabel dueLabel = new JLabel();
    private final FiguresLabel due = new FiguresLabel();
    private final JLabel dueNote = new JLabel();
    private final JPanel notes =
            new JPanel(new MigLayout("insets 0, gap 8, wrap 3", "[grow,fill,sizegroup n]", "[72!,fill]"));
    private final JPanel payments = new JPanel(new MigLayout("insets 0, gap 8, wrap 3", "[grow,fill][]12[]", "[48!]"));
    private final CardLayout ways = new CardLayout();
    private final JPanel way = new JPanel(ways);
    private final JTextArea terminalText =
            Sentence.of("", Look.semibold(Look.LARGE), Look.colors().text());
    private final JLabel terminalElapsed = new JLabel();
    private final JProgressBar progress = new JProgressBar();
    private final TouchButton cancelCard;
    private final TouchButton back;
    private final TouchButton card;
    private final TouchButton cash;
    private final WorkPanel work;
    private List<QuickNote> shownNotes = List.of();
    private List<PaymentRow> shownPayments = List.of();

    public TenderingView(Texts texts, TenderingIntents intents) {
        this.texts = texts;
        this.intents = intents;
        entry = new EntryField(texts.text("tendering.entry"));
        cart = new CartPanel(texts, number -> {});
        cancelCard = new TouchButton(texts.text("tendering.card.cancel"), Role.PLAIN)
                .shortcut("ESCAPE", texts.text("key.escape"));
        cancelCard.addActionListener(event -> intents.cancelCard());
        back = new TouchButton(texts.text("tendering.back"), Role.PLAIN).shortcut("ESCAPE", texts.text("key.escape"));
        back.addActionListener(event -> intents.back());
        card = new TouchButton(texts.text("selling.card"), Role.PLAIN).shortcut("F11", "F11");
        card.addActionListener(event -> intents.card(entry.take()));
        cash = new TouchButton("", Role.MAIN).shortcut("F12", "F12");
        cash.addActionListener(event -> intents.cash(entry.take()));
        entry.onEnter(() -> intents.cash(entry.take()));
        work = new WorkPanel(usualWork(), texts, intents::answered, intents::back);
        Keypad.Names names = Keypad.Names.of(texts);
        WorkLayout.layOut(
                this,
                work,
                notice,
                new WorkLayout.Column(
                        entry,
                        cart,
                        new Keypad(() -> entry, List.of(), names),
                        WorkLayout.keys("[grow 30,fill][grow 30,fill][grow 40,fill]", back, card, cash)));
    }

    private JPanel usualWork() {
        JPanel panel = WorkLayout.surface("insets 24, gap 0, wrap 1", "[grow,fill]", "[]24[]24[grow,top]");
        dueLabel.setFont(Look.regular(Look.LARGE));
        dueLabel.setForeground(Look.colors().muted());
        due.setFont(Look.semibold(Look.TITLE));
        due.setName("due");
        JPanel head = new JPanel(new MigLayout("insets 0, gapy 0, wrap 2, hidemode 3", "[][grow,fill]", "[]4[]"));
        head.setOpaque(false);
        head.add(dueLabel);
        head.add(due);
        dueNote.setForeground(Look.colors().muted());
        dueNote.setName("due-note");
        head.add(dueNote, "span 2, align trailing");
        panel.add(head);
        notes.setOpaque(false);
        payments.setOpaque(false);
        way.setOpaque(false);
        way.add(notes, "notes");
        way.add(terminal(), "terminal");
        panel.add(way, "wmin 0");
        panel.add(payments, "wmin 0");
        return panel;
    }

    private JPanel terminal() {
        JPanel panel = new JPanel(new MigLayout("insets 0, gap 12, wrap 1", "[grow,fill]", "[][6!][]16[64!]"));
        panel.setOpaque(false);
        terminalElapsed.setForeground(Look.colors().muted());
        progress.setIndeterminate(true);
        progress.getAccessibleContext().setAccessibleName(texts.text("tendering.card.progress"));
        panel.add(terminalText, "wmin 0");
        panel.add(progress);
        panel.add(terminalElapsed);
        panel.add(cancelCard, "w 200!, growx 0");
        return panel;
    }

    public void render(TenderingState state) {
        cart.render(state.cart());
        notice.show(state.notice());
        boolean isAnswered = work.show(state.question(), null);
        dueLabel.setText(state.dueLabel());
        due.setText(state.due());
        due.getAccessibleContext().setAccessibleName(state.dueLabel() + " " + state.due());
        dueNote.setText(state.dueNote());
        dueNote.setVisible(!state.dueNote().isEmpty());
        drawNotes(state.notes());
        drawPayments(state.payments());
        Terminal terminal = state.terminal();
        ways.show(way, terminal == null ? "notes" : "terminal");
        if (terminal != null) {
            Sentence.change(terminalText, terminal.text());
            terminalElapsed.setText(terminal.elapsed());
            cancelCard.setEnabled(terminal.canCancel());
        }
        boolean isFree = terminal == null && state.question() == null;
        entry.setEntryEnabled(isFree);
        back.setEnabled(isFree);
        card.setEnabled(isFree && state.canTakeCard());
        cash.setEnabled(isFree);
        cash.caption(state.cashLabel());
        if (isAnswered) {
            focusEntry();
        }
    }

    public void focusEntry() {
        entry.focus();
    }

    private void drawNotes(List<QuickNote> next) {
        if (next.equals(shownNotes)) {
            return;
        }
        shownNotes = next;
        notes.removeAll();
        for (int i = 0; i < next.size(); i++) {
            QuickNote note = next.get(i);
            String keyStroke = i == 0 ? "F2" : "F" + (i + 2);
            TouchButton key = new TouchButton(note.label(), Role.PLAIN).shortcut(keyStroke, keyStroke);
            key.setFont(Look.semibold(Look.LARGE));
            key.addActionListener(event -> intents.note(note.minor()));
            notes.add(key, "wmin 48");
        }
        notes.applyComponentOrientation(getComponentOrientation());
        notes.revalidate();
        notes.repaint();
    }

    private void drawPayments(List<PaymentRow> next) {
        if (next.equals(shownPayments)) {
            return;
        }
        shownPayments = next;
        payments.removeAll();
        for (PaymentRow row : next) {
            JLabel name = new JLabel(row.name());
            FiguresLabel amount = new FiguresLabel();
            amount.setText(row.amount());
            TouchButton remove = new TouchButton(texts.text("tendering.take-back"), Role.PLAIN);
            remove.setAccessibleText(texts.text("tendering.take-back.name", row.name(), row.amount()));
            remove.addActionListener(event -> intents.takeBack(row.index()));
            payments.add(name, "wmin 0");
            payments.add(amount);
            payments.add(remove, "h 48!");
        }
        payments.applyComponentOrientation(getComponentOrientation());
        payments.revalidate();
        payments.repaint();
    }
}
