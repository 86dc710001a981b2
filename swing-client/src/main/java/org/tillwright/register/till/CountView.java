package org.tillwright.register.till;

import static javax.swing.ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER;
import static javax.swing.ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.component.EntryField;
import org.tillwright.register.component.FiguresLabel;
import org.tillwright.register.component.LongPanel;
import org.tillwright.register.component.Look;
import org.tillwright.register.till.TillClosingState.CountRow;
import org.tillwright.register.till.TillClosingState.ResultRow;

/**
 * The rows of a count: coins and notes in three columns, each read downwards, and below them what is told by its sum. What
 * does not fit is scrolled to when the cursor comes to it.
 */
final class CountView extends JScrollPane {

    private static final int COIN_COLUMNS = 3;

    /** Pixels that one turn of the wheel moves the rows by. */
    private static final int LINE = 56;

    private final Listener listener;
    private final JPanel rows = new LongPanel(new MigLayout(), LINE);
    private final Map<String, EntryField> fields = new LinkedHashMap<>();
    private final Map<String, FiguresLabel> amounts = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private List<String> shown = List.of();
    private EntryField current = new EntryField("");
    private boolean isDrawing;

    CountView(Listener listener) {
        super(VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
        this.listener = listener;
        rows.setBackground(Look.colors().surface());
        getViewport().setBackground(Look.colors().surface());
        setViewportView(rows);
        setBorder(BorderFactory.createEmptyBorder());
        setFocusable(false);
        getVerticalScrollBar().setUnitIncrement(LINE);
    }

    /** Who is told what was keyed. */
    interface Listener {

        void counted(String rowId, String text);

        /** Enter was hit in the last field. */
        void last();
    }

    /** Where the keypad's figures go now. */
    EntryField current() {
        return current;
    }

    /** Tells the secrets: they are complete now. */
    void tellSecrets() {
        secrets.forEach(id -> {
            EntryField field = fields.get(id);
            if (field != null) {
                listener.counted(id, field.take());
            }
        });
    }

    /** True while there is something to key. */
    boolean isCounting() {
        return !fields.isEmpty();
    }

    /** Puts the cursor into the first field; false where there is none. */
    boolean focusFirst() {
        fields.values().stream().findFirst().ifPresent(EntryField::focus);
        return !fields.isEmpty();
    }

    void count(List<CountRow> counts) {
        List<String> ids = counts.stream().map(CountRow::id).toList();
        if (!ids.equals(shown)) {
            begin(ids);
            List<CountRow> coins = counts.stream().filter(CountRow::isCoin).toList();
            rows.setLayout(new MigLayout("insets 0, gap 0, wrap 1", "[grow,fill]", "[]16[]"));
            if (!coins.isEmpty()) {
                rows.add(coins(coins), "wmin 0");
            }
            rows.add(sums(counts.stream().filter(row -> !row.isCoin()).toList()), "wmin 0");
            end();
            focusFirst();
        }
        isDrawing = true;
        for (CountRow row : counts) {
            FiguresLabel amount = amounts.get(row.id());
            EntryField field = fields.get(row.id());
            if (amount != null && field != null) {
                amount.setText(row.amount());
                amount.setVisible(!row.amount().isEmpty());
                if (!row.isSecret() && !field.text().equals(row.keyed())) {
                    field.setText(row.keyed());
                }
            }
        }
        isDrawing = false;
    }

    /** @param heads what stands over the four columns */
    void compare(List<String> heads, List<ResultRow> results) {
        begin(List.of("?"));
        rows.setLayout(new MigLayout("insets 0, gap 16, wrap 4", "[grow,fill][right][right][right]", "[40!]"));
        for (String head : heads) {
            JLabel label = new JLabel(head);
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
        end();
    }

    private void begin(List<String> ids) {
        shown = ids;
        fields.clear();
        amounts.clear();
        secrets.clear();
        rows.removeAll();
    }

    private void end() {
        rows.applyComponentOrientation(getComponentOrientation());
        rows.revalidate();
        rows.repaint();
    }

    private JPanel coins(List<CountRow> coins) {
        JPanel panel =
                new JPanel(new MigLayout("insets 0, gap 0", "[grow 33,fill]20[grow 33,fill]20[grow 33,fill]", "[top]"));
        panel.setOpaque(false);
        int most = (coins.size() + COIN_COLUMNS - 1) / COIN_COLUMNS;
        for (int from = 0; from < coins.size(); from += most) {
            JPanel column =
                    new JPanel(new MigLayout("insets 0, gap 8, wrap 2", "[grow,fill,72::][fill,72:84:120]", "[48!]"));
            column.setOpaque(false);
            coins.subList(from, Math.min(coins.size(), from + most)).forEach(row -> addCoin(column, row));
            panel.add(column, "wmin 0, aligny top");
        }
        return panel;
    }

    /** What the pieces come to stands below what one of them is worth. */
    private void addCoin(JPanel column, CountRow row) {
        JPanel words = new JPanel(new MigLayout("insets 0, gap 0, wrap 1, hidemode 3", "[grow,fill]", "push[]0[]push"));
        words.setOpaque(false);
        FiguresLabel worth = new FiguresLabel();
        worth.setFont(Look.regular(Look.BODY));
        worth.setText(row.name());
        FiguresLabel amount = amount(row);
        amount.setFont(Look.regular(Look.SMALL));
        amount.setForeground(Look.colors().muted());
        words.add(worth);
        words.add(amount);
        column.add(words, "wmin 0");
        column.add(field(row), "wmin 64, h 48!");
    }

    private JPanel sums(List<CountRow> sums) {
        JPanel panel =
                new JPanel(new MigLayout("insets 0, gapy 8, wrap 3", "[]16[grow,fill,120::280]16[right,84!]", "[48!]"));
        panel.setOpaque(false);
        for (CountRow row : sums) {
            panel.add(new JLabel(row.name()), "wmin 0");
            panel.add(field(row), "wmin 64, h 48!");
            FiguresLabel amount = amount(row);
            amount.setFont(Look.regular(Look.BODY));
            panel.add(amount, "wmin 0");
        }
        return panel;
    }

    private FiguresLabel amount(CountRow row) {
        FiguresLabel amount = new FiguresLabel();
        amounts.put(row.id(), amount);
        return amount;
    }

    private EntryField field(CountRow row) {
        EntryField field = new EntryField(row.isFigure() ? "0" : "");
        if (row.isSecret()) {
            field.setSecret(true);
            secrets.add(row.id());
        }
        field.nameFor(row.name());
        field.setText(row.keyed());
        field.onFocus(() -> {
            current = field;
            rows.scrollRectToVisible(SwingUtilities.convertRectangle(field.getParent(), field.getBounds(), rows));
        });
        field.onChange(text -> {
            if (!isDrawing) {
                listener.counted(row.id(), text);
            }
        });
        field.onEnter(() -> focusAfter(row.id()));
        fields.put(row.id(), field);
        return field;
    }

    private void focusAfter(String id) {
        List<String> ids = new ArrayList<>(fields.keySet());
        int next = ids.indexOf(id) + 1;
        EntryField field = next < ids.size() ? fields.get(ids.get(next)) : null;
        if (field == null) {
            listener.last();
        } else {
            field.focus();
        }
    }

    private static FiguresLabel figures(String text) {
        FiguresLabel label = new FiguresLabel();
        label.setFont(Look.regular(Look.BODY));
        label.setText(text);
        return label;
    }
}
