package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.catalogue.CatalogueStore;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.RegisterSettings.Theme;
import org.tillwright.register.settings.RegisterSettings.WindowSize;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.shell.Screen;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.RecordKind;

/** What a register says, in its real window, when something was lost: its own journal, or the server's database. */
class NoticesOnScreenTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final UUID RESTORED = UUID.fromString("0c5b9a57-50f5-4a0c-bb6b-f0a6bb3a9b11");

    @TempDir
    Path directory;

    private RegisterHome home;

    @BeforeEach
    void aRegisterInUse() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the window");
        home = new RegisterHome(directory.resolve("register"));
        home.makePrivate();
        try (Journal journal = Journal.open(home.journal(), new TestClock(), TestKeys.SEALER);
                CatalogueStore store = CatalogueStore.open(home.catalogue())) {
            journal.enrolled(TestRegister.IDENTITY, 1);
            store.save(TestStore.snapshot(1, 0, TestStore.items()));
            SellingRule rule = TestRegister.RULE;
            for (int i = 1; i <= 5; i++) {
                journal.append(RecordKind.EVENT, rule, TestRegister.event("DRAWER_OPENED"));
                journal.waiting().settle(List.of((long) i), Map.of());
            }
            journal.resending().reconcile(JournalState.unsealed("till-01", TestStore.EPOCH, 5L, 5L, 5L, List.of()));
        }
    }

    @Test
    void aJournalThatIsGoneIsToldUntilSomebodyConnectsAnew() throws Exception {
        deleteJournal();
        try (RegisterMain register = open("en", Theme.LIGHT)) {
            await(register, Screen.CONNECTION);
            assertThat(register.parts().hasLostItsJournal()).isTrue();
            assertThat(shown())
                    .anySatisfy(text ->
                            assertThat(text).contains(home.journal().toString()).contains("put"));
            keepPicture(register, "journal-lost-en");
            RegisterFrame.runAndWait(() -> register.desk().connection().test("no address"));
            assertThat(shown()).as("it stays, whatever else is said").anySatisfy(text -> assertThat(text)
                    .contains(home.journal().toString()));
            register.parts().journal().enrolled(TestRegister.IDENTITY, 6);
            assertThat(register.parts().hasLostItsJournal()).isFalse();
        }
        for (String language : List.of("da", "uk")) {
            deleteJournal();
            try (RegisterMain register = open(language, Theme.DARK)) {
                await(register, Screen.CONNECTION);
                keepPicture(register, "journal-lost-" + language);
            }
        }
    }

    @Test
    void theHeaderCountsWhatIsSentAgainToARestoredServer() throws Exception {
        for (String language : List.of("en", "uk")) {
            try (RegisterMain register = open(language, language.equals("en") ? Theme.LIGHT : Theme.DARK)) {
                await(register, Screen.SIGN_ON);
                register.parts()
                        .journal()
                        .resending()
                        .reconcile(JournalState.unsealed("till-01", RESTORED, 2L, 2L, 2L, List.of()));
                register.parts().watch().reached();
                register.parts().watch().counted();
                RegisterFrame.runAndWait(() -> {});
                assertThat(shown()).anySatisfy(text -> assertThat(text)
                        .contains(language.equals("en") ? "3 sent again" : "3 надсилаються знову"));
                keepPicture(register, "sent-again-" + language);
                RegisterFrame.runAndWait(() -> register.desk().status());
                keepPicture(register, "sent-again-status-" + language);
            }
        }
    }

    private RegisterMain open(String language, Theme theme) throws Exception {
        RegisterMain register = RegisterMain.open(
                home,
                new RegisterSettings(
                        RegisterSettings.DEFAULT_SERVER,
                        language,
                        theme,
                        new WindowSize(1024, 768),
                        RegisterSettings.DEFAULT.devices(),
                        null));
        register.show();
        return register;
    }

    private void deleteJournal() throws IOException {
        try (Stream<Path> files = Files.list(home.directory())) {
            for (Path file : files.filter(each -> each.getFileName()
                            .toString()
                            .startsWith(home.journal().getFileName().toString()))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** Everything that is written in the window now, as a screen reader would read it. */
    private static List<String> shown() throws InterruptedException {
        List<String> texts = new ArrayList<>();
        RegisterFrame.runAndWait(() -> {
            for (Window window : Window.getWindows()) {
                collect(window, texts);
            }
        });
        return texts;
    }

    private static void collect(Component component, List<String> texts) {
        if (component.isShowing() && component.getAccessibleContext() != null) {
            String name = component.getAccessibleContext().getAccessibleName();
            if (name != null) {
                texts.add(name);
            }
        }
        if (component instanceof Container container) {
            for (Component part : container.getComponents()) {
                collect(part, texts);
            }
        }
    }

    /** For a person to look at: target/screens. */
    private static void keepPicture(RegisterMain register, String name) throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            try {
                Path screens = Files.createDirectories(Path.of("target", "screens"));
                File file = screens.resolve(name + ".png").toFile();
                ImageIO.write(register.desk().picture(), "png", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void await(RegisterMain register, Screen screen) throws InterruptedException {
        await(() -> {
            try {
                return register.desk().shown() == screen;
            } catch (IllegalStateException e) {
                return false; // the window is still being made
            }
        });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean[] isMet = new boolean[1];
        while (!isMet[0]) {
            RegisterFrame.runAndWait(() -> isMet[0] = condition.getAsBoolean());
            assertThat(System.nanoTime()).as("the screen did not come in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
