package org.tillwright.register.shell;

import static javax.swing.ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER;
import static javax.swing.ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.component.LongPanel;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.Sentence;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.text.Texts;

/** Help for the screen at hand: what one does there, in four sentences, and every key that works there. */
final class HelpPanel extends JPanel {

    /** Pixels that one turn of the wheel moves the keys by; they fit into all but the smallest window. */
    private static final int LINE = 24;

    /** Sentences of each screen. */
    private static final int SENTENCES = 4;

    /** What functions ask that have help of their own; the others are part of selling. */
    private static final Map<String, String> TOPICS = Map.ofEntries(
            Map.entry("RETURN", "returns"),
            Map.entry("JOURNAL", "journal"),
            Map.entry("POST_VOID", "journal"),
            Map.entry("RESUME", "parked"),
            Map.entry("QUOTATION", "orders"),
            Map.entry("LAYAWAY", "orders"),
            Map.entry("ORDERS", "orders"),
            Map.entry("TILL", "till"),
            Map.entry("NO_SALE", "till"),
            Map.entry("LOAN", "till"),
            Map.entry("PICKUP", "till"),
            Map.entry("PAID_IN", "till"),
            Map.entry("PAID_OUT", "till"),
            Map.entry("DISCOUNT", "discount"),
            Map.entry("DISCOUNT_SALE", "discount"),
            Map.entry("CUSTOMER", "customer"),
            Map.entry("ACCOUNT_PAYMENT", "customer"),
            Map.entry("GIFT_CARD_SELL", "gift-card"),
            Map.entry("GIFT_CARD_BALANCE", "gift-card"),
            Map.entry("RECEIPT_SEND", "receipts"),
            Map.entry("GIFT_RECEIPT", "receipts"),
            Map.entry("TRAINING", "training"));

    /** Keys that work on every screen. */
    private static final List<String> EVERYWHERE = List.of("escape", "tab", "language", "status");

    private final Texts texts;
    private final JPanel sheet = WorkLayout.surface("insets 24, gap 24", "[33%!,fill][grow,fill]", "[grow,fill][64!]");
    private final TouchButton leave;
    private final TouchButton print;
    private @Nullable Consumer<List<FunctionKey>> printer;
    private List<FunctionKey> functions = List.of();

    HelpPanel(Texts texts, Runnable left) {
        super(new MigLayout("insets 8", "[grow,fill]", "[grow,fill]"));
        this.texts = texts;
        setOpaque(false);
        leave = new TouchButton(texts.text("help.leave"), TouchButton.Role.MAIN)
                .shortcut("ESCAPE", texts.text("key.escape"));
        leave.addActionListener(event -> left.run());
        print = new TouchButton(texts.text("help.print"), TouchButton.Role.PLAIN).shortcut("ctrl P", "Ctrl+P");
        print.addActionListener(event -> print());
        add(sheet);
    }

    /** Names who prints the command barcodes of functions; without one there is no key for it. */
    void printsBy(Consumer<List<FunctionKey>> next) {
        printer = next;
    }

    private void print() {
        if (printer != null) {
            printer.accept(functions);
        }
    }

    /**
     * Shows the help of one screen, or of the function that asks something on it.
     *
     * @param function empty for none
     * @param functions the functions that the shop has on this screen
     */
    void show(Screen screen, String function, List<FunctionKey> functions) {
        this.functions = functions;
        sheet.removeAll();
        sheet.add(words(topic(screen, function)), "wmin 0");
        JScrollPane scroll =
                new JScrollPane(keys(screen, functions), VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getViewport().setBackground(Look.colors().surface());
        scroll.getVerticalScrollBar().setUnitIncrement(LINE);
        sheet.add(scroll, "wmin 0, hmin 0, wrap");
        sheet.add(leave, "span 2, split 2, w 240!, growx 0");
        print.setVisible(printer != null && !functions.isEmpty());
        sheet.add(print, "wmin 320, growx 0, hidemode 3");
        applyComponentOrientation(getComponentOrientation());
        sheet.revalidate();
        sheet.repaint();
    }

    private static String topic(Screen screen, String function) {
        String own = TOPICS.get(function);
        return own == null ? screen.name().toLowerCase(Locale.ROOT).replace('_', '-') : own;
    }

    private JPanel words(String name) {
        JPanel panel = new JPanel(new MigLayout("insets 0, gap 16, wrap 1", "[grow,fill]"));
        panel.setOpaque(false);
        String topic = "help.topic." + name;
        panel.add(
                Sentence.of(
                        texts.text(topic),
                        Look.semibold(Look.TITLE),
                        Look.colors().text()),
                "wmin 0");
        for (int i = 1; i <= SENTENCES; i++) {
            panel.add(
                    Sentence.of(
                            texts.text(topic + "." + i),
                            Look.regular(Look.LARGE),
                            Look.colors().text()),
                    "wmin 0");
        }
        return panel;
    }

    private JPanel keys(Screen screen, List<FunctionKey> functions) {
        List<String[]> pairs = new ArrayList<>();
        for (String key : ownKeys(screen)) {
            pairs.add(new String[] {texts.text("help.key." + key), texts.text("help.text." + key)});
        }
        functions.forEach(key -> pairs.add(new String[] {key.shown(), key.label()}));
        for (String key : EVERYWHERE) {
            pairs.add(new String[] {texts.text("help.key." + key), texts.text("help.text." + key)});
        }
        int rows = (pairs.size() + 1) / 2;
        JPanel panel =
                new LongPanel(new MigLayout("insets 0 0 0 8, gap 0", "[grow 50,fill]16[grow 50,fill]", "[top]"), LINE);
        panel.setOpaque(false);
        panel.add(column(pairs.subList(0, rows)), "wmin 0, aligny top");
        panel.add(column(pairs.subList(rows, pairs.size())), "wmin 0, aligny top");
        return panel;
    }

    /** A long name makes only its own column longer. */
    private static JPanel column(List<String[]> pairs) {
        JPanel panel = new JPanel(new MigLayout("insets 0, gapx 12, gapy 1, wrap 2", "[][grow,fill]", "[top]"));
        panel.setOpaque(false);
        pairs.forEach(pair -> addPair(panel, pair));
        return panel;
    }

    private static List<String> ownKeys(Screen screen) {
        return switch (screen) {
            case CONNECTION -> List.of("connection-test", "connection-enrol");
            case DEVICES -> List.of("devices-choose", "devices-try", "devices-remove", "devices-save");
            case SIGN_ON -> List.of("sign-on-enter");
            case TILL_OPENING -> List.of("till-opening-enter", "F10");
            case SELLING ->
                List.of("scan", "search", "F2", "F3", "F4", "F11", "F12", "lines", "pages", "departments", "F10");
            case TENDERING ->
                List.of("tendering-enter", "F11", "F12", "notes", "tenders", "tip-split", "take-back", "F10");
            case TILL_CLOSING -> List.of("till-closing-enter", "till-closing-coins", "till-closing-done", "F10");
        };
    }

    private static void addPair(JPanel panel, String[] pair) {
        JLabel name = new JLabel(pair[0]);
        name.setFont(Look.semibold(Look.SMALL));
        panel.add(name);
        panel.add(Sentence.of(pair[1], Look.regular(Look.SMALL), Look.colors().muted()), "wmin 0");
    }

    void focusLeave() {
        leave.requestFocusInWindow();
    }
}
