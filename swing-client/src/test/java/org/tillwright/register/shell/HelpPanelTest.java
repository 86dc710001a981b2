package org.tillwright.register.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.component.Look;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.text.Texts;

/** Help for every screen, in every language. */
class HelpPanelTest {

    /** A title and four sentences. */
    private static final int WORDS = 5;

    /** Selling, and ten that are about what functions ask. */
    private static final int TOPICS = 11;

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void everyScreenHasHelpOfItsOwn(String language) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            Look.LIGHT.apply();
            List<String> all = new ArrayList<>();
            for (Screen screen : Screen.values()) {
                HelpPanel panel = new HelpPanel(Texts.of(language), () -> {});
                panel.show(screen, "", List.of());
                List<String> words = new ArrayList<>();
                collect(panel, words);
                assertThat(words).as("%s", screen).hasSizeGreaterThan(WORDS + 4).noneMatch(String::isBlank);
                assertThat(words).as("%s", screen).noneMatch(word -> word.startsWith("help."));
                all.addAll(words.subList(0, WORDS));
            }
            assertThat(all).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void whatAFunctionAsksHasHelpOfItsOwn(String language) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            Look.LIGHT.apply();
            Set<String> titles = new HashSet<>();
            for (FunctionId function : FunctionId.values()) {
                HelpPanel panel = new HelpPanel(Texts.of(language), () -> {});
                panel.show(Screen.SELLING, function.name(), List.of());
                List<String> words = new ArrayList<>();
                collect(panel, words);
                assertThat(words.subList(0, WORDS))
                        .as("%s", function)
                        .noneMatch(String::isBlank)
                        .noneMatch(word -> word.startsWith("help."));
                titles.add(words.get(0));
            }
            assertThat(titles).hasSize(TOPICS);
        });
    }

    private static void collect(Container parent, List<String> found) {
        for (Component child : parent.getComponents()) {
            if (child instanceof JLabel label) {
                found.add(label.getText());
            } else if (child instanceof JTextComponent text) {
                found.add(text.getText());
            } else if (child instanceof Container inner) {
                collect(inner, found);
            }
        }
    }
}
