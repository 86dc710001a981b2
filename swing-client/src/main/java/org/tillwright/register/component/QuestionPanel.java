package org.tillwright.register.component;

import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.text.Texts;

/** Asks in place. The safe answer comes first, has the focus, and is what Escape gives. */
public final class QuestionPanel extends JPanel {

    private final Texts texts;
    private final Consumer<String> answered;

    public QuestionPanel(Texts texts, Consumer<String> answered) {
        super(new MigLayout("insets 32, gap 12, wrap 1", "[grow,fill]", "push[][]24[]push"));
        this.texts = texts;
        this.answered = answered;
        WorkLayout.round(this);
    }

    public void ask(Question question) {
        removeAll();
        add(
                Sentence.of(
                        question.text(),
                        Look.semibold(Look.TITLE),
                        Look.colors().text()),
                "growx, wmin 0");
        JTextArea detail = Sentence.of(
                question.detail(), Look.regular(Look.BODY), Look.colors().muted());
        add(detail, "growx, wmin 0");
        JPanel answers = new JPanel(new MigLayout("insets 0, gap 12, wrap 2", "[fill,240!]", "[64!,fill]"));
        answers.setOpaque(false);
        for (int i = 0; i < question.answers().size(); i++) {
            Question.Answer answer = question.answers().get(i);
            TouchButton key = new TouchButton(answer.label(), role(i, answer));
            if (i == 0) {
                key.shortcut("ESCAPE", texts.text("key.escape"));
            } else {
                key.shortcut("alt " + i, "Alt+" + i);
            }
            key.addActionListener(event -> answered.accept(answer.id()));
            answers.add(key);
        }
        add(answers);
        applyComponentOrientation(getComponentOrientation());
        revalidate();
        repaint();
    }

    private static TouchButton.Role role(int index, Question.Answer answer) {
        if (answer.isDanger()) {
            return TouchButton.Role.DANGER;
        }
        return index == 0 ? TouchButton.Role.MAIN : TouchButton.Role.PLAIN;
    }

    /** The safe answer takes the focus, so that Enter cannot do harm. */
    public void focusSafeAnswer() {
        if (getComponentCount() > 0 && getComponent(getComponentCount() - 1) instanceof JPanel answers) {
            answers.getComponent(0).requestFocusInWindow();
        }
    }
}
