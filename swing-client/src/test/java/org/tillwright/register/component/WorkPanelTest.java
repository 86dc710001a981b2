package org.tillwright.register.component;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.text.Texts;

/** What follows on what in place of a screen's usual work. */
class WorkPanelTest {

    private static final Question SURE =
            new Question("Void this sale?", "", List.of(new Question.Answer("keep", "Keep selling", false)));

    private WorkPanel work;

    @BeforeEach
    void makePanel() throws InterruptedException {
        RegisterFrame.runAndWait(() -> work = new WorkPanel(
                new JPanel(), Texts.of("en"), new WorkPanel.Intents(id -> {}, id -> {}, id -> {}, () -> {})));
    }

    @Test
    void aListBehindAQuestionAsksForTheFocusThatTheAnswerHad() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            work.show(SURE, null);
            assertThat(work.show(reasons("Why?", "")))
                    .as("the answer's key is gone")
                    .isTrue();
            assertThat(work.show(reasons("Why?", ""))).as("nothing went away").isFalse();
        });
    }

    @Test
    void anotherListBeginsAtItsFirstRowAndTheSameOneKeepsItsMark() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            work.show(reasons("Why the discount?", ""));
            work.choices().orElseThrow().move(1);
            work.show(reasons("Why the discount?", ""));
            assertThat(marked()).isEqualTo("damaged");
            work.show(reasons("Why another price?", ""));
            assertThat(marked()).isEqualTo("shelf");
        });
    }

    @Test
    void aListMaySayWhatEnterTakesOnceItHasChanged() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            work.show(reasons("Why?", ""));
            work.show(new Choices("Why?", "", "", List.of(row("shelf"), row("damaged"), row("old")), "", "old"));
            assertThat(marked()).isEqualTo("old");
        });
    }

    @Test
    void whatIsSaidInPlaceOfAnEmptyListStandsWhereTheListWould() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            work.show(new Choices("Parked sales", "Choose one.", "", List.of(), "Nothing is parked."));
            layOut(work);
            Component nothing = requireNonNull(find(work, "nothing"));
            assertThat(SwingUtilities.convertPoint(nothing, 0, 0, work).y).isLessThan(200);
        });
    }

    private static void layOut(Container panel) {
        if (panel instanceof WorkPanel) {
            panel.setSize(600, 680);
        }
        panel.doLayout();
        for (Component part : panel.getComponents()) {
            if (part instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    private static @Nullable Component find(Container panel, String name) {
        for (Component part : panel.getComponents()) {
            if (name.equals(part.getName())) {
                return part;
            }
            Component inside = part instanceof Container inner ? find(inner, name) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private String marked() {
        return work.choices().orElseThrow().selected().orElseThrow();
    }

    private static Choices reasons(String title, String marked) {
        return new Choices(title, "", "", List.of(row("shelf"), row("damaged")), "", marked);
    }

    private static Choices.Row row(String id) {
        return new Choices.Row(id, id, "", "");
    }
}
