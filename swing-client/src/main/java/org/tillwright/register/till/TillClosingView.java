package org.tillwright.register.till;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
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
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillClosingState.CountRow;
import org.tillwright.register.till.TillClosingState.ResultRow;

/** Draws {@link TillClosingState} and reports keys. Contains no rules. */
public final class TillClosingView extends JPanel {

    private static final int MOST_IN_ONE_COLUMN = 6;

    private final Texts texts;
    private final TillClosingIntents intents;
    private final JLabel title = new JLabel();
    private final JTextArea detail =
            Sentence.of("", Look.regular(Look.BODY), Look.colors().muted());
    private final JPanel rows = new JPanel();
    private final JLabel totalLabel = new JLabel();
    private final FiguresLabel total = new FiguresLabel();
    private final NoticeLine notice = new NoticeLine();
    private final WorkPanel work;
    private final TouchButton denominations;
    private final TouchButton compare;
    private final TouchButton back;
    private final Map<String, EntryField> fields = new LinkedHashMap<>();
    private final Map<String, FiguresLabel> amounts = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private List<String> shownRows = List.of("?");
    private EntryField current = new EntryField("");
    private boolean isDrawing;

    public TillClosingView(Texts texts, TillClosingIntents intents) {
        this.texts = texts;
        this.intents = intents;
        back = key("till.close.back", Role.PLAIN, "ESCAPE", texts.text("key.escape"), intents::back);
        denominations = key("till.close.denominations", Role.PLAIN, "F2", "F2", intents::byDenomination);
        compare = key("till.close.compare", Role.MAIN, "F12", "F12", this::compare);
        work = new WorkPanel(sheet(), texts, intents::answered, intents::back);
        Keypad keypad = new Keypad(() -> current, List.of(), Keypad.Names.of(texts));
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
        secrets.forEach(id -> {
            EntryField field = fields.get(id);
            if (field != null) {
                intents.counted(id, field.take());
            }
        });
        intents.compare();
    }

    private JPanel sheet() {
        JPanel sheet = WorkLayout.surface("insets 24, gap 0, wrap 1", "[grow,fill]", "[]4[]16[grow,fill]");
        title.setFont(Look.semibold(Look.TITLE));
        rows.setOpaque(false);
        sheet.add(title, "wmin 0");
        sheet.add(detail, "wmin 0");
        sheet.add(rows, "wmin 0, hmin 0, top");
        return sheet;
    }

    private JPanel hint() {
        JPanel panel = WorkLayout.surface("insets 24, wrap 1", "[grow,fill]", "push[]push");
        panel.add(
                Sentence.of(
                        texts.text("till.close.hint"),
                        Look.regular(Look.BODY),
                        Look.colors().muted()),
                "wmin 0");
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
        boolean isCounting = state.question() == null && state.results().isEmpty();
        denominations.setEnabled(isCounting);
        compare.setEnabled(state.question() == null);
        compare.caption(texts.text(state.results().isEmpty() ? "till.close.compare" : "selling.sign-off"));
        back.setEnabled(state.question() == null);
        if (state.results().isEmpty()) {
            drawCounts(state.counts());
        } else {
            drawResults(state.results());
        }
        if (isAnswered) {
            compare.requestFocusInWindow();
        }
    }

    private void drawCounts(List<CountRow> counts) {
        List<String> ids = counts.stream().map(CountRow::id).toList();
        if (!ids.equals(shownRows)) {
            shownRows = ids;
            fields.clear();
            secrets.clear();
            amounts.clear();
            rows.removeAll();
            boolean isLong = counts.size() > MOST_IN_ONE_COLUMN;
            String columns = isLong
                    ? "[right,72!]12[grow,fill,64::120]8[right,84!]24[right,72!]12[grow,fill,64::120]8[right,84!]"
                    : "[]16[grow,fill,160::280]16[right,100!]";
            rows.setLayout(new MigLayout("insets 0, gapy 8, wrap " + (isLong ? 6 : 3), columns, "[48:56:56]"));
            counts.forEach(row -> addRow(row, isLong && !row.isCoin()));
            focusEntry();
            rows.applyComponentOrientation(getComponentOrientation());
            rows.revalidate();
            rows.repaint();
        }
        isDrawing = true;
        for (CountRow row : counts) {
            FiguresLabel amount = amounts.get(row.id());
            EntryField field = fields.get(row.id());
            if (amount != null && field != null) {
                amount.setText(row.amount());
                if (!row.isSecret() && !field.text().equals(row.keyed())) {
                    field.setText(row.keyed());
                }
            }
        }
        isDrawing = false;
    }

    /** A tender below the coins has a long name and stands on a line of its own. */
    private void addRow(CountRow row, boolean isBelowCoins) {
        EntryField field = new EntryField("0");
        field.describe(row.isSecret() ? "" : "0");
        if (row.isSecret()) {
            field.setSecret(true);
            secrets.add(row.id());
        }
        field.nameFor(row.name());
        field.setText(row.keyed());
        field.onFocus(() -> current = field);
        field.onChange(text -> {
            if (!isDrawing) {
                intents.counted(row.id(), text);
            }
        });
        field.onEnter(() -> focusAfter(row.id()));
        FiguresLabel amount = new FiguresLabel();
        amount.setFont(Look.regular(Look.BODY));
        JLabel name = new JLabel(row.name());
        fields.put(row.id(), field);
        amounts.put(row.id(), amount);
        rows.add(name, isBelowCoins ? "newline, spanx 4, wmin 0, left" : row.isCoin() ? "" : "left");
        rows.add(field, "hmin 48, hmax 56, wmin 64");
        rows.add(amount, "wmin 0");
    }

    private void focusAfter(String id) {
        List<String> ids = new ArrayList<>(fields.keySet());
        int next = ids.indexOf(id) + 1;
        EntryField field = next < ids.size() ? fields.get(ids.get(next)) : null;
        if (field == null) {
            compare.requestFocusInWindow();
        } else {
            field.focus();
        }
    }

    private void drawResults(List<ResultRow> results) {
        shownRows = List.of("?");
        secrets.clear();
        rows.removeAll();
        rows.setLayout(new MigLayout("insets 0, gap 16, wrap 4", "[grow,fill][right][right][right]", "[40!]"));
        for (String head : List.of(
                "till.result.tender", "till.result.expected", "till.result.counted", "till.result.difference")) {
            JLabel label = new JLabel(texts.text(head));
            label.setForeground(Look.colors().muted());
            rows.add(label);
        }
        for (ResultRow result : results) {
            rows.add(new JLabel(result.name()), "wmin 0");
            rows.add(figures(result.expected()));
            rows.add(figures(result.counted()));
            FiguresLabel difference = figures(result.difference());
            difference.setForeground(
                    result.isRight() ? Look.colors().accent() : Look.colors().warning());
            difference.setFont(Look.semibold(Look.BODY));
            rows.add(difference);
        }
        rows.applyComponentOrientation(getComponentOrientation());
        rows.revalidate();
        rows.repaint();
    }

    private static FiguresLabel figures(String text) {
        FiguresLabel label = new FiguresLabel();
        label.setFont(Look.regular(Look.BODY));
        label.setText(text);
        return label;
    }

    public void focusEntry() {
        fields.values().stream().findFirst().ifPresent(EntryField::focus);
    }
}
