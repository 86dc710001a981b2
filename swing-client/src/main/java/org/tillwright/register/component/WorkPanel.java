package org.tillwright.register.component;

import java.awt.CardLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.text.Texts;

/** The leading part of a screen that sells: its usual work, or in its place a question or what has to be keyed. */
public final class WorkPanel extends JPanel {

    private final CardLayout cards = new CardLayout();
    private final QuestionPanel question;
    private final ChoicePanel choices;
    private final FunctionPanel functions;
    private final JTextArea promptTitle =
            Sentence.of("", Look.semibold(Look.TITLE), Look.colors().text());
    private final JLabel promptFigure = new JLabel();
    private final JTextArea promptDetail =
            Sentence.of("", Look.regular(Look.BODY), Look.colors().muted());
    private @Nullable Question asked;
    private String shown = "usual";

    /** A panel for a screen that has neither lists to choose from nor further functions. */
    public WorkPanel(JComponent usual, Texts texts, Consumer<String> answered, Runnable left) {
        this(usual, texts, new Intents(answered, id -> {}, id -> {}, left));
    }

    public WorkPanel(JComponent usual, Texts texts, Intents intents) {
        Consumer<String> answered = intents.answered();
        Runnable left = intents.left();
        setLayout(cards);
        setOpaque(false);
        question = new QuestionPanel(texts, answered);
        JPanel prompt = WorkLayout.surface("insets 32, gap 12, wrap 1", "[grow,fill]", "push[][][]24[]push");
        prompt.add(promptTitle, "wmin 0");
        promptFigure.setFont(Look.semibold(Look.TOTAL));
        prompt.add(promptFigure, "wmin 0, hidemode 3");
        prompt.add(promptDetail, "wmin 0");
        TouchButton leave = new TouchButton(texts.text("key.cancel"), TouchButton.Role.PLAIN)
                .shortcut("ESCAPE", texts.text("key.escape"));
        leave.addActionListener(event -> left.run());
        prompt.add(leave, "h 64!, w 200!, growx 0");
        add(usual, "usual");
        choices = new ChoicePanel(texts, intents.chosen(), left);
        functions = new FunctionPanel(texts, intents.function(), left);
        add(question, "question");
        add(choices, "choices");
        add(functions, "functions");
        add(prompt, "prompt");
    }

    /**
     * Shows the question, else the prompt, else the usual work.
     *
     * @return true when a question went away, and with it the key that had the focus: the screen must place it anew
     */
    public boolean show(@Nullable Question next, @Nullable Prompt prompt) {
        if (next != null) {
            if (!next.equals(asked)) {
                question.ask(next);
            }
            turnTo("question");
            question.focusSafeAnswer();
        } else if (prompt != null) {
            Sentence.change(promptTitle, prompt.title());
            promptFigure.setText(prompt.figure());
            promptFigure.setVisible(!prompt.figure().isEmpty());
            Sentence.change(promptDetail, prompt.detail());
            turnTo("prompt");
        } else {
            turnTo("usual");
        }
        return isAnswered(next);
    }

    /** Shows a list to choose from; true when a question went away, as above. */
    public boolean show(Choices list) {
        choices.show(list);
        turnTo("choices");
        return isAnswered(null);
    }

    /** Shows further functions; true when a question went away, as above. */
    public boolean show(List<FunctionKey> keys) {
        functions.show(keys);
        turnTo("functions");
        return isAnswered(null);
    }

    private boolean isAnswered(@Nullable Question next) {
        boolean isAnswered = asked != null && next == null;
        asked = next;
        return isAnswered;
    }

    /** The list that is shown, if it is one. */
    public Optional<ChoicePanel> choices() {
        return shown.equals("choices") ? Optional.of(choices) : Optional.empty();
    }

    /** Who is told what an operator does here. */
    public record Intents(
            Consumer<String> answered, Consumer<String> chosen, Consumer<String> function, Runnable left) {}

    /** True while a question is shown; its safe answer has the focus. */
    public boolean isAsking() {
        return asked != null;
    }

    private void turnTo(String card) {
        if (!card.equals(shown)) {
            shown = card;
            cards.show(this, card);
        }
    }
}
