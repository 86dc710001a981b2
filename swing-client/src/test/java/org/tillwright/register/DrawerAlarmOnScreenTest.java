package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.catalogue.CatalogueStore;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.RegisterSettings.Theme;
import org.tillwright.register.settings.RegisterSettings.WindowSize;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.RecordKind;

/** What a register's real window says of a printer and a drawer that nobody has asked for anything. */
@Timeout(180)
class DrawerAlarmOnScreenTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private RegisterHome home;
    private PrinterSimulator printer;

    @BeforeEach
    void aRegisterInUse() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the window");
        home = new RegisterHome(directory.resolve("register"));
        home.makePrivate();
        try (Journal journal = Journal.open(home.journal(), new TestClock(), TestKeys.SEALER);
                CatalogueStore store = CatalogueStore.open(home.catalogue())) {
            journal.enrolled(TestRegister.IDENTITY, 1);
            store.save(TestStore.snapshot(1, 0, TestStore.items()));
        }
        printer = PrinterSimulator.open("tcp:0", null, 42, receipt -> {});
    }

    @AfterEach
    void end() {
        if (printer != null) {
            printer.close();
        }
    }

    @Test
    void aDrawerThatStandsOpenIsToldAndWrittenDownUntilItIsShut() throws Exception {
        try (RegisterMain register = open("en")) {
            printer.setDrawerOpen(true);
            await(() -> isSaid("The cash drawer stands open. Shut it."));
            keepPicture(register, "drawer-left-open-en");
            printer.setDrawerOpen(false);
            await(() -> events(register).contains("DRAWER_SHUT"));
            assertThat(events(register)).containsExactly("DRAWER_LEFT_OPEN", "DRAWER_SHUT");
        }
    }

    @Test
    void aRollNearItsEndAndAnOpenCoverAreToldBeforeAnythingIsPrinted() throws Exception {
        try (RegisterMain register = open("uk")) {
            printer.setPaperLow(true);
            await(() -> isSaid("Рулон у друкарці чеків майже закінчився. Підготуйте новий."));
            keepPicture(register, "paper-low-uk");
            printer.setCoverOpen(true);
            await(() -> isSaid("Відкрито кришку: друкарка чеків. Закрийте її й надрукуйте знову (F7)."));
            keepPicture(register, "cover-open-uk");
            assertThat(events(register)).isEmpty();
        }
    }

    private RegisterMain open(String language) throws Exception {
        RegisterMain register = RegisterMain.open(
                home,
                new RegisterSettings(
                        RegisterSettings.DEFAULT_SERVER,
                        language,
                        Theme.LIGHT,
                        new WindowSize(1024, 768),
                        DeviceUris.NONE
                                .with(DeviceKind.PRINTER, "escpos+tcp:127.0.0.1:" + printer.tcpPort())
                                .with(DeviceKind.DRAWER, "via:printer?open=high&alarm=1"),
                        null));
        register.show();
        return register;
    }

    private static List<String> events(RegisterMain register) throws JournalException {
        return register.parts().journal().since(0, RecordKind.EVENT).stream()
                .map(stored -> TestRegister.message(stored, EventMessage.class).event())
                .toList();
    }

    private static boolean isSaid(String sentence) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        RegisterFrame.runAndWait(() -> {
            for (Window window : Window.getWindows()) {
                collect(window, texts);
            }
        });
        return texts.stream().anyMatch(text -> text.contains(sentence));
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
    private static void keepPicture(RegisterMain register, String name) throws Exception {
        Path screens = Files.createDirectories(Path.of("target", "screens"));
        List<IOException> failures = new ArrayList<>();
        RegisterFrame.runAndWait(() -> {
            try {
                ImageIO.write(
                        register.desk().picture(),
                        "png",
                        screens.resolve(name + ".png").toFile());
            } catch (IOException e) {
                failures.add(e);
            }
        });
        assertThat(failures).isEmpty();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("it was not said in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
