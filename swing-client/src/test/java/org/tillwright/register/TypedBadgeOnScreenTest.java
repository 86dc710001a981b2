package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.command.SampleShop;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.settings.RegisterSettings.WindowSize;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.shell.Screen;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SnapshotMessage;

/**
 * A reader of radio cards that types, at the real window: its numbers say who somebody is, sell nothing, and stand in no field
 * and no sentence. Keys carry the times that a reader has, however slow the machine is; one test types by the robot.
 */
class TypedBadgeOnScreenTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_TRIES = 30;

    /** As most readers type a card: ten figures of 32 bits. An item of the shop has the same number for a code. */
    private static final String CARD = "0006543210";

    private static final String UID = "0063D76A";

    /** Anything of a number that is longer than somebody's own. */
    private static final String PART = CARD.substring(3, 7);

    @TempDir
    Path directory;

    private final List<String> shownFigures = new ArrayList<>();
    private final AWTEventListener peeping = event -> peep();
    private RegisterMain register;
    private long now = System.currentTimeMillis();

    @BeforeEach
    void aRegisterWithAReaderThatTypes() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the window");
        RegisterSettings settings = RegisterSettings.DEFAULT
                .withWindow(new WindowSize(1024, 768))
                .withDevices(DeviceUris.NONE.with(DeviceKind.BADGE_READER, "keyboard?uid=decimal"));
        register = RegisterMain.open(new RegisterHome(directory.resolve("home")), settings);
        RegisterParts parts = register.parts();
        parts.journal().enrolled(new RegisterIdentity("till-02", "Till 2", "demo", "Wren & Rye"), 1);
        parts.catalogues().put(shopWhereTheSupervisorHasACard());
        register.show();
        await(() -> shown(Screen.SIGN_ON));
        Toolkit.getDefaultToolkit().addAWTEventListener(peeping, -1L);
    }

    @AfterEach
    void close() {
        Toolkit.getDefaultToolkit().removeAWTEventListener(peeping);
        if (register != null) {
            register.close();
        }
    }

    private static Catalogue shopWhereTheSupervisorHasACard() {
        Catalogue shop = SampleShop.catalogue();
        var twin = new SnapshotMessage.Item(
                "twin",
                Map.of("en", "Twin of a card"),
                "bakery",
                "PIECE",
                "STANDARD",
                1_000_000L,
                List.of(ScanCode.of(CARD).key()),
                null,
                null,
                true);
        List<SnapshotMessage.Operator> people = shop.operators().stream()
                .map(each -> each.number().equals(SampleShop.SUPERVISOR) ? withCard(each) : each)
                .toList();
        return shop.with(new SnapshotMessage(
                shop.number() + 1,
                shop.number(),
                shop.store(),
                shop.taxPolicy(),
                List.of(
                        new SnapshotMessage.TaxRate("STANDARD", "S", 190_000L),
                        new SnapshotMessage.TaxRate("REDUCED", "R", 70_000L)),
                shop.departments(),
                List.of(twin),
                people,
                null));
    }

    private static SnapshotMessage.Operator withCard(SnapshotMessage.Operator who) {
        return new SnapshotMessage.Operator(
                who.operatorId(),
                who.number(),
                who.name(),
                who.role(),
                who.language(),
                who.pinVerifier(),
                who.permissions(),
                BadgeCode.verifierOf(BadgeCode.ofUid(UID)));
    }

    @Test
    void aCardSaysWhoItIsWherePeopleSignOnAndItsNumberStandsNowhere() throws Exception {
        typeAsAReader(CARD);
        await(() -> said("Mette Skovgaard: key your PIN."));
        RegisterFrame.runAndWait(() -> assertThat(fields()).contains(SampleShop.SUPERVISOR));
        typeAsAReader("0006543211");
        await(() -> said("Nobody has this badge."));
        typeAsAReader("000654321");
        await(() -> said("The badge did not come through whole."));
        typeAsAReader(BadgeCode.of(new byte[BadgeCode.RANDOM_CHARACTERS]));
        await(() -> said("Nobody has this badge."));
        nothingOfANumberWasShown();
    }

    @Test
    void aPersonWhoKeysTheirNumberIsNotInItsWay() throws Exception {
        await(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner() != null);
        for (String sign : List.of("2", "5")) {
            now += 150;
            post(sign);
        }
        await(() -> fields().contains("25"));
    }

    @Test
    void aCardSellsNothingEvenWhereGoodsHaveItsNumber() throws Exception {
        toSelling();
        typeAsAReader(CARD);
        await(() -> said("A badge is no use here."));
        assertThat(register.parts().sale().lines()).isEmpty();
        typeAsAReader("000654321");
        await(() -> said("did not come through whole"));
        nothingOfANumberWasShown();
        typeAsAReader("4006381333931");
        await(() -> said("4006381333931")); // a code that no item has is goods, and said as ever
        assertThat(register.parts().sale().lines()).isEmpty();
    }

    @Test
    void whoIsAskedToApproveShowsACard() throws Exception {
        toSelling();
        RegisterFrame.runAndWait(() -> {
            assertThat(register.parts().approvals().isAsking()).isFalse();
            floor().selling().function("NO_SALE", "");
            assertThat(register.parts().approvals().isAsking())
                    .as("what is shown: %s", texts())
                    .isTrue();
        });
        typeAsAReader("0006543211");
        await(() -> said("Nobody has this badge."));
        typeAsAReader(CARD);
        await(() -> !register.parts().approvals().isAsking()); // the PIN is asked for: a radio card alone is not enough
        assertThat(register.parts().journal().newest(RecordKind.APPROVED)).isEmpty();
        nothingOfANumberWasShown();
    }

    @Test
    void tryingItTellsTheFormOfWhatIsNoBadgeAsItIsSet() throws Exception {
        RegisterFrame.runAndWait(() -> {
            register.desk().setup().open();
            register.desk().setup().model().chosen("badge");
            register.desk().setup().model().tryOut();
        });
        await(() -> register.desk().setup().awaitsScan());
        typeAsAReader("00654321AB");
        await(() -> said("The reader gave 10 signs, in this form: 99999999AA."));
        RegisterFrame.runAndWait(() -> register.desk().setup().model().tryOut());
        await(() -> register.desk().setup().awaitsScan());
        typeAsAReader(CARD);
        await(() -> said("A badge was read. Save."));
        nothingOfANumberWasShown();
    }

    /** On a busy machine the robot is slower than any reader, and then its figures are a person's; so it tries again. */
    @Test
    void theRobotsKeysAreReadToo() throws Exception {
        Robot robot = new Robot();
        boolean[] isRead = new boolean[1];
        for (int attempt = 0; attempt < MOST_TRIES && !isRead[0]; attempt++) {
            robot.delay(400);
            for (int i = 0; i < CARD.length(); i++) {
                robot.keyPress(KeyEvent.VK_0 + CARD.charAt(i) - '0');
                robot.keyRelease(KeyEvent.VK_0 + CARD.charAt(i) - '0');
            }
            robot.keyPress(KeyEvent.VK_ENTER);
            robot.keyRelease(KeyEvent.VK_ENTER);
            robot.waitForIdle();
            robot.delay(400);
            RegisterFrame.runAndWait(() -> isRead[0] = said("Mette Skovgaard: key your PIN."));
        }
        assertThat(isRead[0]).as("the card came through").isTrue();
    }

    private void toSelling() throws InterruptedException {
        RegisterFrame.runAndWait(() -> register.desk().signOn().signOn("3", SampleShop.PIN));
        await(() -> shown(Screen.TILL_OPENING));
        RegisterFrame.runAndWait(() -> floor().opening().open("150"));
        await(() -> shown(Screen.SELLING));
    }

    private SalesFloor floor() {
        return register.desk().floor().orElseThrow();
    }

    /** After a silence. */
    private void typeAsAReader(String text) throws InterruptedException {
        await(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner() != null);
        now += 1_000;
        post(text + "\n");
    }

    /** Five milliseconds a sign; all of them at once, so that nothing that takes time on this machine comes in between. */
    private void post(String text) throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            for (int i = 0; i < text.length(); i++) {
                char sign = text.charAt(i);
                now += 5;
                int key = sign == '\n' ? KeyEvent.VK_ENTER : KeyEvent.getExtendedKeyCodeForChar(sign);
                post(KeyEvent.KEY_PRESSED, key, sign);
                post(KeyEvent.KEY_TYPED, KeyEvent.VK_UNDEFINED, sign);
                post(KeyEvent.KEY_RELEASED, key, sign);
            }
        });
    }

    private void post(int id, int key, char sign) {
        Component focus = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(new KeyEvent(focus, id, now, 0, key, sign));
    }

    private void nothingOfANumberWasShown() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            peep();
            assertThat(shownFigures).as("what stood in fields and sentences").isEmpty();
        });
    }

    /** Keeps whatever holds a part of a number, while it stands there. */
    private void peep() {
        texts().stream().filter(text -> text.contains(PART)).forEach(shownFigures::add);
    }

    private boolean said(String sentence) {
        return texts().stream().anyMatch(text -> text.contains(sentence));
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            collect(window, texts, false);
        }
        return texts;
    }

    private static List<String> fields() {
        List<String> texts = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            collect(window, texts, true);
        }
        return texts;
    }

    private static void collect(Component component, List<String> texts, boolean isFieldsOnly) {
        if (component instanceof JTextComponent field && (!isFieldsOnly || field.isEditable())) {
            texts.add(field.getText());
        } else if (component instanceof JLabel label && label.getText() != null && !isFieldsOnly) {
            texts.add(label.getText());
        }
        if (!isFieldsOnly && component.isShowing() && component.getAccessibleContext() != null) {
            String name = component.getAccessibleContext().getAccessibleName();
            if (name != null) {
                texts.add(name);
            }
        }
        if (component instanceof Container container) {
            for (Component part : container.getComponents()) {
                collect(part, texts, isFieldsOnly);
            }
        }
    }

    private boolean shown(Screen screen) {
        try {
            return register.desk().shown() == screen;
        } catch (IllegalStateException e) {
            return false; // the window is still being made
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean[] isMet = new boolean[1];
        while (!isMet[0]) {
            RegisterFrame.runAndWait(() -> isMet[0] = condition.getAsBoolean());
            assertThat(System.nanoTime()).as("it did not come in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
