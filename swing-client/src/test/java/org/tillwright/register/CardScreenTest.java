package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.command.SampleShop;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.RegisterSettings.WindowSize;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.shell.Screen;
import org.tillwright.register.shell.ShownWords;
import org.tillwright.register.text.Texts;
import org.tillwright.simulator.PaymentSimulator.Mode;
import org.tillwright.simulator.TerminalSimulator;

/** What the terminal shows reaches the screen of whoever is signed on, whichever terminal it is, and by one way only. */
class CardScreenTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void peopleComeAndGoAndDevicesAreListenedToOnce() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the window");
        RegisterSettings settings = new RegisterSettings(
                RegisterSettings.DEFAULT_SERVER,
                "en",
                RegisterSettings.Theme.LIGHT,
                new WindowSize(1024, 768),
                DeviceUris.NONE,
                null);
        try (RegisterMain register = RegisterMain.open(new RegisterHome(directory), settings);
                TerminalSimulator terminal = TerminalSimulator.open("tcp:0", null, Mode.ASK, words -> {})) {
            RegisterParts parts = register.parts();
            parts.journal().enrolled(new RegisterIdentity("till-02", "Till 2", "demo", "Wren & Rye"), 1);
            parts.catalogues().put(SampleShop.catalogue());
            register.show();
            await(() -> register.desk().shown() == Screen.SIGN_ON);
            int listening = parts.deviceShelf().userCount();
            assertThat(listening).isPositive();
            signOn(register, Screen.TILL_OPENING);
            assertThat(parts.deviceShelf().userCount()).isEqualTo(listening);
            RegisterFrame.runAndWait(
                    () -> register.desk().floor().orElseThrow().opening().open("150"));
            await(() -> register.desk().shown() == Screen.SELLING);
            RegisterFrame.runAndWait(() -> register.desk().signOff());
            await(() -> register.desk().shown() == Screen.SIGN_ON);
            signOn(register, Screen.SELLING);
            parts.deviceShelf()
                    .use(DeviceUris.NONE.with(
                            DeviceKind.CARD_TERMINAL, "zvt+tcp:127.0.0.1:" + terminal.tcpPort() + "?password=000000"));
            assertThat(parts.deviceShelf().userCount()).isEqualTo(listening);
            payByCard(register, parts);
        }
    }

    /** A terminal that came after the sign-on is heard: it says what it waits for. */
    private static void payByCard(RegisterMain register, RegisterParts parts) throws Exception {
        SalesFloor floor = register.desk().floor().orElseThrow();
        RegisterFrame.runAndWait(() -> floor.selling().tileChosen("quiche-slice"));
        await(() -> parts.sale().lines().size() == 1);
        RegisterFrame.runAndWait(() -> register.desk().turnTo(Screen.TENDERING));
        RegisterFrame.runAndWait(() -> floor.tendering().card(""));
        Texts texts = register.desk().texts();
        String due = texts.amount(parts.sale().due());
        await(() -> ShownWords.say(texts.text("tendering.card.waiting", due) + " " + texts.text("card.status.0a")));
        RegisterFrame.runAndWait(() -> floor.tendering().stop());
        await(() -> !floor.tendering().isBusy());
    }

    private static void signOn(RegisterMain register, Screen next) throws Exception {
        Desk desk = register.desk();
        RegisterFrame.runAndWait(() -> desk.signOn().signOn(SampleShop.SUPERVISOR, SampleShop.PIN));
        await(() -> desk.shown() == next);
    }

    private static void await(BooleanSupplier isSo) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean[] met = new boolean[1];
        while (!met[0]) {
            RegisterFrame.runAndWait(() -> met[0] = isSo.getAsBoolean());
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
