package org.tillwright.register.shell;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.tillwright.register.component.Look;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.text.Texts;

/** What the frame holds: the header, and below it one screen at a time. Made anew for another language or look. */
public final class RegisterWindow extends JPanel {

    private static final String HELP = "HELP";
    private static final String STATUS = "STATUS";

    private final CardLayout cards = new CardLayout();
    private final JPanel stage = new JPanel(cards);
    private final HeaderPanel header;
    private final HelpPanel help;
    private final Map<Screen, Runnable> focusers = new EnumMap<>(Screen.class);
    private final Map<Screen, List<FunctionKey>> functions = new EnumMap<>(Screen.class);
    private final Map<Screen, String> topics = new EnumMap<>(Screen.class);
    private Screen shown = Screen.SIGN_ON;
    private String over = "";
    private Runnable statusFocuser = () -> {};

    public RegisterWindow(Texts texts, HeaderPanel.Actions actions) {
        super(new BorderLayout());
        setBackground(Look.colors().ground());
        stage.setOpaque(false);
        header = new HeaderPanel(texts, actions);
        add(header, BorderLayout.NORTH);
        add(stage, BorderLayout.CENTER);
        help = new HelpPanel(texts, this::uncover);
        stage.add(help, HELP);
        applyOrientation(
                texts.isRightToLeft() ? ComponentOrientation.RIGHT_TO_LEFT : ComponentOrientation.LEFT_TO_RIGHT);
    }

    /** Adds a screen; {@code focuser} puts the cursor where its operator keys first. */
    public void add(Screen screen, Component view, Runnable focuser) {
        stage.add(view, screen.name());
        view.applyComponentOrientation(getComponentOrientation());
        focusers.put(screen, focuser);
    }

    public void show(Screen screen) {
        shown = screen;
        over = "";
        cards.show(stage, screen.name());
        focus();
    }

    /**
     * The functions of a screen, for its help.
     *
     * @param topic the function that asks something there now; empty for none
     */
    public void functions(Screen screen, List<FunctionKey> keys, String topic) {
        functions.put(screen, keys);
        topics.put(screen, topic);
    }

    /** Names who prints the functions of a screen as command barcodes; its help has a key for it then. */
    public void commandsPrintedBy(Consumer<List<FunctionKey>> printer) {
        help.printsBy(printer);
    }

    /** Shows the help of the screen in its place, or the screen again. */
    public void toggleHelp() {
        help.show(shown, topics.getOrDefault(shown, ""), functions.getOrDefault(shown, List.of()));
        toggle(HELP, help::focusLeave);
    }

    /** Adds what tells how the register stands; it is shown in place of a screen. */
    public void addStatus(Component view, Runnable focuser) {
        stage.add(view, STATUS);
        view.applyComponentOrientation(getComponentOrientation());
        statusFocuser = focuser;
    }

    /** Shows how the register stands in place of the screen, or the screen again. */
    public void toggleStatus() {
        toggle(STATUS, statusFocuser);
    }

    /** True while help or status hide the screen. */
    public boolean isCovered() {
        return !over.isEmpty();
    }

    private void toggle(String card, Runnable focuser) {
        if (over.equals(card)) {
            uncover();
        } else {
            over = card;
            cards.show(stage, card);
            focuser.run();
        }
    }

    /** Shows the screen again. */
    public void uncover() {
        show(shown);
    }

    public Screen shown() {
        return shown;
    }

    public void focus() {
        Runnable focuser = focusers.get(shown);
        if (focuser != null) {
            focuser.run();
        }
    }

    public void render(HeaderState state) {
        header.render(state);
    }

    /** Mirrors everything for a language that is written from right to left. */
    public void applyOrientation(ComponentOrientation orientation) {
        applyComponentOrientation(orientation);
    }
}
