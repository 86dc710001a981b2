package org.tillwright.register.shell;

import static javax.swing.ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER;
import static javax.swing.ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
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

    /** Keys that work on every screen. */
    private static final List<String> EVERYWHERE = List.of("escape", "tab", "language", "status", "F10");

    private final Texts texts;
    private final JPanel sheet = WorkLayout.surface("insets 24, gap 24", "[38%!,fill][grow,fill]", "[grow,fill][64!]");
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
     * Shows the help of one screen.
     *
     * @param functions the functions that the shop has on this screen
     */
    void show(Screen screen, List<FunctionKey> functions) {
        this.functions = functions;
        sheet.removeAll();
        sheet.add(words(screen), "wmin 0");
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

    private JPanel words(Screen screen) {
        JPanel panel = new JPanel(new MigLayout("insets 0, gap 16, wrap 1", "[grow,fill]"));
        panel.setOpaque(false);
        String topic = "help.topic." + screen.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        // Two columns, read downwards, as many rows as fit.
        int rows = (pairs.size() + 1) / 2;
        JPanel panel = new JPanel(new MigLayout("insets 0, gapx 12, gapy 2, wrap 4", "[][grow,fill]24[][grow,fill]"));
        panel.setOpaque(false);
        for (int i = 0; i < rows; i++) {
            addPair(panel, pairs.get(i));
            if (rows + i < pairs.size()) {
                addPair(panel, pairs.get(rows + i));
            } else {
                panel.add(new JLabel(), "span 2");
            }
        }
        return panel;
    }

    private static List<String> ownKeys(Screen screen) {
        return switch (screen) {
            case SELLING -> List.of("scan", "search", "F2", "F3", "F4", "F11", "F12", "lines", "pages", "departments");
            case TENDERING -> List.of("scan", "F11", "F12", "tenders", "tip-split");
            default -> List.of("scan", "F12");
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
