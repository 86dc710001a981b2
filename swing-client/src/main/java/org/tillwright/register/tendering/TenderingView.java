package org.tillwright.register.tendering;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.cart.CartPanel;
import org.tillwright.register.component.ChoicePanel;
import org.tillwright.register.component.EntryField;
import org.tillwright.register.component.FiguresLabel;
import org.tillwright.register.component.Keypad;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.NoticeLine;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.component.WorkPanel;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.keyboard.KeyMap;
import org.tillwright.register.tendering.TenderingState.Keys;
import org.tillwright.register.tendering.TenderingState.QuickNote;
import org.tillwright.register.tendering.TenderingState.TenderKey;
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
    private final JPanel others =
            new JPanel(new MigLayout("insets 0, gap 8, wrap 4", "[grow,fill,sizegroup o]", "[64!,fill]"));
    private final PaymentsView payments;
    private final TerminalView terminal;
    private final TouchButton back;
    private final TouchButton card;
    private final TouchButton cash;
    private final WorkPanel work;
    private List<QuickNote> shownNotes = List.of();
    private Keys shownKeys = Keys.NONE;
    private boolean isRendering;

    public TenderingView(Texts texts, TenderingIntents intents) {
        this.texts = texts;
        this.intents = intents;
        entry = new EntryField(texts.text("tendering.entry"));
        cart = new CartPanel(texts, number -> {});
        terminal = new TerminalView(texts, intents);
        payments = new PaymentsView(texts, intents);
        back = new TouchButton(texts.text("tendering.back"), Role.PLAIN).shortcut("ESCAPE", texts.text("key.escape"));
        back.addActionListener(event -> leave());
        card = new TouchButton(texts.text("selling.card"), Role.PLAIN).shortcut("F11", "F11");
        card.addActionListener(event -> intents.card(entry.take()));
        cash = new TouchButton("", Role.MAIN).shortcut("F12", "F12");
        cash.addActionListener(event -> intents.cash(entry.take()));
        work = new WorkPanel(
                usualWork(),
                texts,
                new WorkPanel.Intents(intents::answered, intents::choiceMade, id -> {}, this::leave));
        bindKeys();
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

    private void bindKeys() {
        entry.onEnter(this::enter);
        entry.onChange(text -> {
            if (!isRendering) {
                intents.typing(text);
            }
        });
        KeyMap.bind(this, "UP", () -> move(-1));
        KeyMap.bind(this, "DOWN", () -> move(1));
    }

    /** What was keyed was for what is left now. */
    private void leave() {
        entry.take();
        intents.back();
    }

    private void enter() {
        String keyed = entry.take();
        work.choices()
                .flatMap(ChoicePanel::selected)
                .ifPresentOrElse(intents::choiceMade, () -> intents.entered(keyed));
    }

    private void move(int step) {
        work.choices().ifPresent(list -> list.move(step));
    }

    private JPanel usualWork() {
        JPanel panel =
                WorkLayout.surface("insets 24, gap 0, wrap 1, hidemode 3", "[grow,fill]", "[]16[][fill][][grow,fill]");
        dueLabel.setFont(Look.regular(Look.LARGE));
        dueLabel.setForeground(Look.colors().muted());
        due.setFont(Look.semibold(Look.TOTAL));
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
        others.setOpaque(false);
        panel.add(notes, "wmin 0");
        panel.add(terminal, "wmin 0, hmin 0, pushy, growy");
        panel.add(others, "wmin 0, gaptop 16");
        panel.add(payments, "wmin 0, hmin 0, gaptop 16");
        return panel;
    }

    public void render(TenderingState state) {
        isRendering = true;
        cart.render(state.cart());
        notice.show(state.notice());
        boolean isAnswered = renderWork(state);
        dueLabel.setText(state.dueLabel());
        due.setText(state.due());
        due.getAccessibleContext().setAccessibleName(state.dueLabel() + " " + state.due());
        dueNote.setText(state.dueNote());
        dueNote.setVisible(!state.dueNote().isEmpty());
        drawNotes(state.notes());
        drawKeys(state.keys());
        payments.render(state.payments());
        Terminal waiting = state.terminal();
        notes.setVisible(waiting == null);
        terminal.setVisible(waiting != null);
        payments.setVisible(waiting == null);
        if (waiting != null) {
            terminal.render(waiting);
        }
        renderKeys(state, waiting);
        isRendering = false;
        if (isAnswered) {
            focusEntry();
        }
    }

    /** The question, list or prompt in place of the keys; true if a question went away, and with it the focus. */
    private boolean renderWork(TenderingState state) {
        TenderingState.Work shown = state.work();
        Prompt prompt = shown.prompt();
        entry.setSecret(prompt != null && prompt.isSecret());
        entry.describe(state.entryHint());
        if (shown.choices() != null) {
            return work.show(shown.choices());
        }
        return work.show(shown.question(), prompt);
    }

    private void renderKeys(TenderingState state, @Nullable Terminal waiting) {
        boolean isAsked = state.work().prompt() != null || state.work().choices() != null;
        boolean isFree = waiting == null && state.question() == null && !isAsked;
        Keys keys = state.keys();
        entry.setEntryEnabled(
                state.question() == null && (waiting == null || !waiting.code().isEmpty()));
        back.setEnabled(isFree);
        card.setVisible(keys.hasCard());
        card.setEnabled(isFree && keys.canTakeCard());
        cash.setVisible(keys.hasCash());
        cash.setEnabled(isFree);
        cash.caption(keys.cashLabel());
        others.setVisible(waiting == null && others.getComponentCount() > 0);
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

    /** The shop's other tenders, then tip and shares; each with a key of the keyboard. */
    private void drawKeys(Keys next) {
        if (next.others().equals(shownKeys.others())
                && next.tip().equals(shownKeys.tip())
                && next.canSplit() == shownKeys.canSplit()) {
            return;
        }
        shownKeys = next;
        others.removeAll();
        List<TouchButton> keys = new ArrayList<>();
        for (int i = 0; i < next.others().size(); i++) {
            TenderKey tender = next.others().get(i);
            TouchButton key = new TouchButton(tender.label(), Role.PLAIN);
            key.addActionListener(event -> run(() -> intents.tender(tender.type(), entry.take())));
            key.setEnabled(tender.isOn());
            keys.add(i < 9 ? key.shortcut("ctrl " + (i + 1), "Ctrl+" + (i + 1)) : key);
        }
        if (!next.tip().isEmpty()) {
            TouchButton tip = new TouchButton(next.tip(), Role.PLAIN).shortcut("ctrl T", "Ctrl+T");
            tip.addActionListener(event -> run(() -> intents.tip(entry.take())));
            keys.add(tip);
        }
        if (next.canSplit()) {
            TouchButton split = new TouchButton(texts.text("split.key"), Role.PLAIN).shortcut("ctrl B", "Ctrl+B");
            split.addActionListener(event -> run(intents::split));
            keys.add(split);
        }
        keys.forEach(key -> others.add(key, "wmin 48"));
        others.applyComponentOrientation(getComponentOrientation());
        others.revalidate();
        others.repaint();
    }

    /** A function goes on in the entry field, unless it asked a question whose safe answer has the focus. */
    private void run(Runnable function) {
        function.run();
        if (!work.isAsking()) {
            entry.focus();
        }
    }
}
