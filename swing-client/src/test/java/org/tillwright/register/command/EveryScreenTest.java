package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.JFrame;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.register.RegisterMain;
import org.tillwright.register.ScreenTour;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.RegisterSettings.WindowSize;
import org.tillwright.register.testing.Letters;
import org.tillwright.register.testing.SoundScreen;
import org.tillwright.register.text.Texts;

/**
 * Every screen and everything that is asked on it, in a real window of the smallest size: targets for fingers, inside the window,
 * named, reached by the keyboard, not shortened, readable, and in letters that the register brings along.
 */
class EveryScreenTest {

    private static final int MOST_FAULTS = 40;

    private final Font letters = Letters.regular();
    private final Set<String> faults = new TreeSet<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private String titleOfJournalHelp = "";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "LIGHT,da", "DARK,uk"})
    void nothingIsHardToHitToReadOrToReach(RegisterSettings.Theme theme, String language) throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the windows");
        titleOfJournalHelp = Texts.of(language).text("help.topic.journal");
        RegisterHome home = new RegisterHome(directory);
        try (SampleServer server = new SampleServer(Clock.systemUTC());
                SampleCounter counter = new SampleCounter(home);
                RegisterMain register = RegisterMain.open(home, settings(server, theme, language))) {
            new ScreenTour(
                            register,
                            SampleShop.catalogue(),
                            SampleShop.SUPERVISOR,
                            SampleShop.PIN,
                            counter,
                            (name, image) -> look(name))
                    .walk();
        }
        assertThat(seen)
                .hasSizeGreaterThan(119)
                .contains("more", "journal", "orders", "approval", "till-result", "help")
                .contains("tendering-card", "tendering-card-declined", "tendering-card-lost");
        assertThat(faults).as("faults of %d", faults.size()).isEmpty();
    }

    private static RegisterSettings settings(SampleServer server, RegisterSettings.Theme theme, String language) {
        return new RegisterSettings(
                server.address(),
                language,
                theme,
                new WindowSize(1024, 768),
                DeviceUris.NONE.with(DeviceKind.WALLET, "server"),
                null);
    }

    private static List<String> wordsOf(Container parent) {
        List<String> words = new ArrayList<>();
        for (Component part : parent.getComponents()) {
            if (part instanceof JTextComponent text && part.isShowing()) {
                words.add(text.getText());
            } else if (part instanceof Container inner) {
                words.addAll(wordsOf(inner));
            }
        }
        return words;
    }

    private void look(String name) {
        seen.add(name);
        for (Window window : Window.getWindows()) {
            if (name.equals("help-journal") && window.isShowing() && window instanceof JFrame frame) {
                assertThat(wordsOf(frame.getContentPane())).contains(titleOfJournalHelp);
            }
            if (window.isShowing() && window instanceof JFrame frame && faults.size() < MOST_FAULTS) {
                new SoundScreen(frame, letters).faults().forEach(fault -> faults.add(name + ": " + fault));
            }
        }
    }
}
