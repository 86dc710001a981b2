package org.tillwright.register.till;

import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.component.FiguresLabel;
import org.tillwright.register.component.Keypad;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.NoticeLine;
import org.tillwright.register.component.Sentence;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.component.WorkPanel;
import org.tillwright.register.text.Texts;

/** Draws {@link TillClosingState} and reports keys. Contains no rules. */
public final class TillClosingView extends JPanel {

    private static final List<String> HEADS =
            List.of("till.result.tender", "till.result.expected", "till.result.counted", "till.result.difference");

    private final Texts texts;
    private final TillClosingIntents intents;
    private final JLabel title = new JLabel();
    private final JTextArea detail =
            Sentence.of("", Look.regular(Look.BODY), Look.colors().muted());
    private final CountView rows;
    private final JTextArea aside =
            Sentence.of("", Look.regular(Look.BODY), Look.colors().muted());
    private final JLabel totalLabel = new JLabel();
    private final FiguresLabel total = new FiguresLabel();
    private final NoticeLine notice = new NoticeLine();
    private final WorkPanel work;
    private final TouchButton denominations;
    private final TouchButton compare;
    private final TouchButton back;

    public TillClosingView(Texts texts, TillClosingIntents intents) {
        this.texts = texts;
        this.intents = intents;
        back = key("till.close.back", Role.PLAIN, "ESCAPE", texts.text("key.escape"), intents::back);
        denominations = key("till.close.denominations", Role.PLAIN, "F2", "F2", intents::byDenomination);
        compare = key("till.close.compare", Role.MAIN, "F12", "F12", this::compare);
        rows = new CountView(new CountView.Listener() {
            @Override
            public void counted(String rowId, String text) {
                intents.counted(rowId, text);
            }

            @Override
            public void last() {
                compare.requestFocusInWindow();
            }
        });
        work = new WorkPanel(sheet(), texts, intents::answered, intents::back);
        Keypad keypad = new Keypad(rows::current, List.of(), Keypad.Names.of(texts));
        setLayout(new MigLayout("insets 8, gap 8", "[grow,fill][fill,400:31%:500]", "[grow,fill]8[40!,fill]"));
        setBackground(Look.colors().ground());
        JPanel trailing =
                new JPanel(new MigLayout("insets 0, gap 8, wrap 1", "[grow,fill]", "[grow,fill][60!]8[]8[64!]"));
        trailing.setOpaque(false);
        trailing.add(hint());
        trailing.add(totalBar());
        trailing.add(keypad);
        trailing.add(
                WorkLayout.keys("[grow 25,fill][grow 35,fill][grow 40,fill]", back, denominations, compare), "growy");
        add(work, "wmin 0, hmin 0");
        add(trailing, "spany 2, wrap");
        add(notice, "wmin 0");
    }

    /** A secret is told when it is complete, and that is now. */
    private void compare() {
        rows.tellSecrets();
        intents.compare();
    }

    private JPanel sheet() {
        JPanel sheet = WorkLayout.surface("insets 24, gap 0, wrap 1", "[grow,fill]", "[]4[]16[grow,fill]");
        title.setFont(Look.semibold(Look.TITLE));
        sheet.add(title, "wmin 0");
        sheet.add(detail, "wmin 0");
        sheet.add(rows, "wmin 0, wmax 960, hmin 0");
        return sheet;
    }

    private JPanel hint() {
        JPanel panel = WorkLayout.surface("insets 24, wrap 1", "[grow,fill]", "push[]push");
        panel.add(aside, "wmin 0");
        return panel;
    }

    private JPanel totalBar() {
        JPanel bar = WorkLayout.surface("insets 0 16 0 16, aligny center", "[][grow,fill]", "[grow,fill]");
        totalLabel.setFont(Look.regular(Look.LARGE));
        total.setFont(Look.semibold(Look.TOTAL));
        bar.add(totalLabel);
        bar.add(total);
        return bar;
    }

    private TouchButton key(String text, Role role, String keyStroke, String shown, Runnable action) {
        TouchButton key = new TouchButton(texts.text(text), role).shortcut(keyStroke, shown);
        key.addActionListener(event -> action.run());
        return key;
    }

    public void render(TillClosingState state) {
        title.setText(state.title());
        Sentence.change(detail, state.detail());
        totalLabel.setText(state.totalLabel());
        total.setText(state.total());
        notice.show(state.notice());
        boolean isAnswered = work.show(state.question(), null);
        denominations.caption(texts.text(state.isByDenomination() ? "till.close.sums" : "till.close.denominations"));
        Sentence.change(aside, state.aside());
        denominations.setEnabled(state.canTurn());
        compare.setEnabled(state.question() == null);
        compare.caption(state.mainLabel());
        back.setEnabled(state.question() == null);
        boolean wasCounting = rows.isCounting();
        if (state.results().isEmpty()) {
            rows.count(state.counts());
        } else {
            rows.compare(HEADS.stream().map(texts::text).toList(), state.results());
        }
        boolean isDone = wasCounting && !rows.isCounting();
        if (isDone) {
            compare.requestFocusInWindow();
        } else if (isAnswered) {
            rows.focusFirst();
        }
    }

    public void focusEntry() {
        rows.focusFirst();
    }
}
