package org.tillwright.register.customerdisplay;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.component.FiguresLabel;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.QrPicture;
import org.tillwright.register.component.Sentence;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.text.Texts;

/** Draws {@link CustomerDisplayState}: the newest line large, the total larger. Contains no rules. */
public final class CustomerDisplayView extends JPanel {

    /** Lines above the newest one; more do not fit at a size that is read from a metre away. */
    private static final int EARLIER_LINES = 5;

    private final Texts texts;
    private final CustomerDisplayIntents intents;
    private final JLabel shop = new JLabel();
    private final JLabel ready = new JLabel();
    private final JPanel head = new JPanel(new MigLayout("insets 0, gap 8, wrap 1, hidemode 3", "[grow,fill]"));
    private final JPanel lines =
            new JPanel(new MigLayout("insets 0, gap 6, wrap 2, hidemode 3", "[grow,fill][trailing]"));
    private final JTextArea greeting =
            Sentence.of("", Look.semibold(Look.TOTAL), Look.colors().text());
    private final JLabel totalLabel = new JLabel();
    private final FiguresLabel total = new FiguresLabel();
    private final JLabel note = new JLabel();
    private final CardLayout cards = new CardLayout();
    private final JPanel stage = new JPanel(cards);
    private final JPanel foot =
            new JPanel(new MigLayout("insets 16 0 0 0, gap 0, hidemode 3", "[][grow,fill]", "[]0[]"));
    private final JTextArea requestTitle =
            Sentence.of("", Look.semibold(Look.TITLE), Look.colors().text());
    private final JTextArea said =
            Sentence.of("", Look.regular(Look.LARGE), Look.colors().muted());
    private final JLabel typed = new JLabel(" ");
    private final QrPicture qr;
    private final JLabel caption = new JLabel();
    private List<CartRow> shown = List.of();

    public CustomerDisplayView(Texts texts, CustomerDisplayIntents intents) {
        super(new BorderLayout());
        this.texts = texts;
        this.intents = intents;
        qr = new QrPicture(texts.text("customer-display.scan"));
        setBackground(Look.colors().ground());
        setBorder(BorderFactory.createEmptyBorder(24, 32, 24, 32));
        shop.setFont(Look.semibold(Look.TITLE));
        shop.setForeground(Look.colors().muted());
        head.setOpaque(false);
        ready.setFont(Look.semibold(Look.TOTAL));
        ready.setForeground(Look.colors().accent());
        ready.setName("customer-ready");
        head.add(shop);
        head.add(ready, "wmin 0");
        add(head, BorderLayout.NORTH);
        stage.setOpaque(false);
        stage.add(sale(), "sale");
        stage.add(request(), "request");
        stage.add(code(), "code");
        add(stage, BorderLayout.CENTER);
        foot.setOpaque(false);
        totalLabel.setFont(Look.regular(Look.TITLE));
        total.setFont(Look.semibold(2 * Look.TOTAL));
        total.setName("customer-total");
        note.setFont(Look.regular(Look.LARGE));
        note.setForeground(Look.colors().accent());
        foot.add(totalLabel, "aligny bottom, gapbottom 16");
        foot.add(total, "spany 2, wrap");
        foot.add(note);
        add(foot, BorderLayout.SOUTH);
    }

    private JPanel sale() {
        JPanel panel =
                new JPanel(new MigLayout("insets 24 0 0 0, gap 12, wrap 1, hidemode 3", "[grow,fill]", "push[][]"));
        panel.setOpaque(false);
        lines.setOpaque(false);
        panel.add(greeting, "wmin 0, push, aligny center");
        panel.add(lines, "wmin 0");
        return panel;
    }

    private JPanel code() {
        JPanel panel = new JPanel(new MigLayout("insets 16 0 0 0, gap 8, wrap 1", "[grow,fill]", "[grow,fill][]"));
        panel.setOpaque(false);
        caption.setFont(Look.semibold(Look.TITLE));
        caption.setHorizontalAlignment(SwingConstants.CENTER);
        panel.add(qr, "hmin 0, wmin 0, w 60%, alignx center, growx 0");
        panel.add(caption, "wmin 0");
        return panel;
    }

    private JPanel request() {
        JPanel panel = WorkLayout.surface(
                "insets 24, gap 8, wrap 1, hidemode 2", "[grow,fill]", "[][][56!][grow,fill][64!,fill]");
        panel.add(requestTitle, "wmin 0");
        panel.add(said, "wmin 0");
        typed.setFont(Look.semibold(Look.TITLE));
        typed.setName("customer-typed");
        typed.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(Look.colors().accent(), 2),
                BorderFactory.createEmptyBorder(0, 12, 0, 12)));
        panel.add(typed, "wmin 0");
        panel.add(keyboard(), "grow");
        TouchButton no = new TouchButton(texts.text("customer-display.no"), Role.PLAIN);
        no.addActionListener(event -> intents.declined());
        TouchButton yes = new TouchButton(texts.text("customer-display.yes"), Role.MAIN);
        yes.addActionListener(event -> intents.entered());
        panel.add(WorkLayout.keys("[grow 40,fill][grow 60,fill]", no, yes));
        return panel;
    }

    private JPanel keyboard() {
        JPanel keys = new JPanel(new MigLayout("insets 0, gap 6", "", "[48:56:,grow,fill]"));
        keys.setOpaque(false);
        for (List<String> row : CustomerDisplayModel.keyboard()) {
            for (String sign : row) {
                TouchButton key = new TouchButton(sign, Role.FIGURE);
                key.addActionListener(event -> intents.typed(sign));
                keys.add(key, "wmin 48, growx, pushx, sizegroupx k");
            }
            keys.add(new JLabel(), "w 0!, wrap");
        }
        TouchButton back = new TouchButton("\u232b", Role.FIGURE);
        back.setAccessibleText(texts.text("key.backspace"));
        back.addActionListener(event -> intents.backspace());
        TouchButton plus = new TouchButton("+", Role.FIGURE);
        plus.addActionListener(event -> intents.typed("+"));
        keys.add(plus, "wmin 48, span 5, grow");
        keys.add(back, "wmin 48, span 5, grow");
        return keys;
    }

    public void render(CustomerDisplayState state) {
        shop.setText(state.shop());
        ready.setText(state.ready());
        ready.setVisible(!state.ready().isEmpty());
        Sentence.change(greeting, state.greeting());
        greeting.setVisible(state.rows().isEmpty());
        show(state.rows());
        totalLabel.setText(state.totalLabel());
        total.setText(state.total());
        total.getAccessibleContext().setAccessibleName(state.totalLabel() + " " + state.total());
        note.setText(state.note());
        note.setVisible(!state.note().isEmpty());
        show(state.request(), state.code());
        repaint();
    }

    /** A code that is waited for comes first: everything else can wait for it. */
    private void show(CustomerDisplayState.@Nullable Request request, CustomerDisplayState.@Nullable Code code) {
        qr.show(code == null ? "" : code.content());
        caption.setText(code == null ? "" : code.caption());
        // The keyboard needs the whole height; the total comes back with the goods.
        boolean isAsking = code == null && request != null;
        head.setVisible(!isAsking);
        foot.setVisible(!isAsking);
        if (code != null || request == null) {
            cards.show(stage, code == null ? "sale" : "code");
            return;
        }
        Sentence.change(requestTitle, request.title());
        boolean isFaulty = !request.fault().isEmpty();
        Sentence.change(said, isFaulty ? request.fault() : request.detail());
        said.setForeground(isFaulty ? Look.colors().warning() : Look.colors().muted());
        typed.setText(request.typed().isEmpty() ? " " : request.typed());
        cards.show(stage, "request");
    }

    private void show(List<CartRow> rows) {
        if (rows.equals(shown)) {
            return;
        }
        shown = rows;
        lines.removeAll();
        int from = Math.max(0, rows.size() - 1 - EARLIER_LINES);
        for (int i = from; i < rows.size(); i++) {
            add(rows.get(i), i == rows.size() - 1);
        }
        lines.revalidate();
    }

    private void add(CartRow row, boolean isNewest) {
        int size = isNewest ? Look.TITLE : Look.LARGE;
        JLabel name = label(row.quantity() + "  " + row.description(), size, isNewest);
        FiguresLabel amount = new FiguresLabel();
        amount.setFont(isNewest ? Look.semibold(size) : Look.regular(size));
        amount.setText(row.amount());
        lines.add(name, "wmin 0");
        lines.add(amount);
        for (CartRow.Below below : row.below()) {
            JLabel small = label(below.text(), Look.LARGE, false);
            small.setForeground(Look.colors().accent());
            FiguresLabel off = new FiguresLabel();
            off.setFont(Look.regular(Look.LARGE));
            off.setForeground(Look.colors().accent());
            off.setText(below.amount());
            lines.add(small, "wmin 0, gapleft 24");
            lines.add(off);
        }
    }

    private static JLabel label(String text, int size, boolean isNewest) {
        JLabel label = new JLabel(text, SwingConstants.LEADING);
        label.setFont(isNewest ? Look.semibold(size) : Look.regular(size));
        label.setForeground(isNewest ? Look.colors().text() : Look.colors().muted());
        return label;
    }
}
