package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.tillwright.register.RegisterMain;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.system.TestPlace;
import org.tillwright.wire.SnapshotMessage;

/** One register at work, as the cashier has it: a window, a keyboard, a screen to touch, and the devices on the counter. */
final class StoryTill implements AutoCloseable {

    private static final long PAPER_SECONDS = 60;

    private final RegisterMain register;
    private final StoryCounter counter;
    private final Eyes eyes = new Eyes();
    private final Hands hands = new Hands(eyes);
    private Tongue tongue = Tongue.ENGLISH;

    private StoryTill(RegisterMain register, StoryCounter counter) {
        this.register = register;
        this.counter = counter;
    }

    /** Starts the register's program; it shows the sign-on when this returns. */
    static StoryTill start(RegisterHome home, RegisterSettings settings, StoryCounter counter) throws Exception {
        RegisterMain register = RegisterMain.open(home, settings);
        StoryTill till = new StoryTill(register, counter);
        register.show();
        register.connect();
        Patience.until("the window", () -> Eyes.look(() -> Eyes.window().isPresent()), () -> "none");
        return till;
    }

    RegisterParts parts() {
        return register.parts();
    }

    StoryCounter counter() {
        return counter;
    }

    Tongue tongue() {
        return tongue;
    }

    /** Picks the words of the language that the register speaks. */
    String of(String english, String ukrainian) {
        return tongue.of(english, ukrainian);
    }

    String amount(long minor) {
        return tongue.amount(minor);
    }

    // ---------------------------------------------------------------- hands

    void press(String key) {
        hands.press(key);
    }

    void type(String text) {
        hands.type(text);
    }

    void enter(String text) {
        hands.enter(text);
    }

    void tap(String words) {
        hands.tap(words);
    }

    void tap(String english, String ukrainian) {
        hands.tap(of(english, ukrainian));
    }

    void typeInto(String field, String text) {
        hands.typeInto(field, text);
    }

    /** Somebody who may do it keys number and PIN where the register asks for them. */
    void approved(String number) {
        enter(number);
        until("a field for the PIN", eyes::isSecret);
        enter(counter.pinOf(number));
        until("the PIN to be taken", () -> !eyes.isSecret());
    }

    /** Holds a code under the scanner on the counter. */
    void scan(String code) throws IOException {
        counter.devices().scanner().scan(code);
    }

    // ---------------------------------------------------------------- eyes

    /** Waits until this is written somewhere in the window. */
    void sees(String english, String ukrainian) {
        sees(of(english, ukrainian));
    }

    void sees(String words) {
        until("“" + words + "” in the window", () -> eyes.all().stream().anyMatch(text -> text.contains(words)));
    }

    void seesNothingOf(String words) {
        until("“" + words + "” to be nowhere in the window", () -> eyes.all().stream()
                .noneMatch(text -> text.contains(words)));
    }

    /** Waits until the register says this in the line at the bottom. */
    void isTold(String english, String ukrainian) {
        isTold(of(english, ukrainian));
    }

    void isTold(String words) {
        until("the register to say “" + words + "”", () -> eyes.notice().contains(words));
    }

    /** Waits until the large figure beside the lines is this. */
    void total(long minor) {
        until("a total of " + amount(minor), () -> eyes.total().equals(amount(minor)));
    }

    /** Waits until so much is left to pay. */
    void due(long minor) {
        until("%s to be due".formatted(amount(minor)), () -> eyes.named("due").startsWith(amount(minor) + " "));
    }

    /** Waits until a line of the sale has all of this in it. */
    void line(String... parts) {
        until("a line with " + List.of(parts), () -> eyes.lines().stream()
                .anyMatch(line -> List.of(parts).stream().allMatch(line::contains)));
    }

    void lines(int count) {
        until(count + " lines", () -> eyes.lines().size() == count);
    }

    List<String> shown() {
        return eyes.all();
    }

    /** The next piece of paper from the printer. */
    Paper paper() throws InterruptedException {
        PrintedReceipt receipt = counter.devices()
                .nextReceipt(PAPER_SECONDS)
                .orElseThrow(() -> new AssertionError("No paper came out. " + instead()));
        return new Paper(receipt.text());
    }

    /** Waits until every ticket is on paper, in the kitchen and at the bar; then none is there that the story did not take. */
    void kitchensAreQuiet() {
        ticketsAreOut();
        assertThat(counter.kitchen().kitchen().left())
                .as("tickets in the kitchen")
                .isZero();
        assertThat(counter.kitchen().bar().left()).as("tickets at the bar").isZero();
    }

    private void ticketsAreOut() {
        until("every ticket on paper", () -> {
            try {
                return parts().orders().kitchen().waiting().isEmpty();
            } catch (JournalException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Waits until the customer reads this on the two lines that face them. */
    void customerReads(String... words) {
        until("the customer to read " + List.of(words), () -> List.of(words).stream()
                .allMatch(counter.devices().displayed()::contains));
    }

    private void until(String what, java.util.function.BooleanSupplier isSo) {
        Patience.until(what, isSo, this::instead);
    }

    private String instead() {
        keepPicture("failed-" + tongue + "-" + System.nanoTime());
        return "notice “%s”, total %s, lines %s, window %s"
                .formatted(eyes.notice(), eyes.total(), eyes.lines(), eyes.all());
    }

    /** For a person to look at: system-test/target/stories. */
    void keepPicture(String name) {
        try {
            Path pictures = Files.createDirectories(TestPlace.root().resolve("system-test/target/stories"));
            Rectangle whole = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
            ImageIO.write(
                    new Robot().createScreenCapture(whole),
                    "png",
                    pictures.resolve(name + ".png").toFile());
        } catch (IOException | AWTException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---------------------------------------------------------------- what each story begins and ends with

    /** Turns to a language with the key at the top, while nobody is signed on. */
    void speak(Tongue next) {
        tongue = next;
        for (int i = 0; i < 3 && !eyes.all().contains(next.of("EN", "UK")); i++) {
            press("alt G");
        }
        sees("Sign on", "Вхід");
    }

    /** Signs on with number and PIN, once the register knows its people; what comes next depends on the till. */
    void signOn(String number) throws Exception {
        until("a catalogue with people", () -> parts().catalogues().newest().isPresent());
        hands.enter(number);
        hands.enter(counter.pinOf(number));
    }

    /** Signs on and opens a till with so much change. */
    void openTill(String number, String change) throws Exception {
        signOn(number);
        sees("Open the till", "Відкрити касу");
        enter(change);
        sees("Scan or search", "Сканувати чи шукати");
    }

    /** The sale that was finished last here. */
    UUID lastSale() {
        return Eyes.look(() -> parts().sale().last().orElseThrow().sale().transactionId());
    }

    UUID tillSession() {
        return Eyes.look(() -> parts().till().requireId());
    }

    /** The register does now what it does by itself every few seconds. */
    void looksForTheServer() {
        parts().retryNow();
    }

    /** Everything of this register is booked at the server, and nothing was put aside. */
    void isBooked() throws Exception {
        parts().retryNow();
        Patience.until("an empty outbox", () -> parts().watch().status().waiting() == 0, this::instead);
        assertThat(parts().journal().quarantinedCount()).as("records put aside").isZero();
    }

    /** Leaves the register as a story must find it: no sale, no open till, nobody signed on, nothing in the printer's mouth. */
    void leave() throws InterruptedException {
        RegisterFrame.runAndWait(() -> parts().catalogues()
                .newest()
                .flatMap(catalogue -> catalogue.operatorById("cashier-1"))
                .ifPresent(this::tidy));
        press("ESCAPE");
        press("ESCAPE");
        press("F10");
        ticketsAreOut(); // an order that was given up is called off
        counter.clear();
    }

    private void tidy(SnapshotMessage.Operator operator) {
        while (!parts().sale().payments().isEmpty()) {
            parts().sale().removePayment(0);
        }
        if (!parts().sale().isEmpty()) {
            parts().sale().voidSale(operator);
        }
        if (parts().till().isOpen()) {
            parts().till().settle(parts().till().expected(), operator);
        }
    }

    @Override
    public void close() {
        hands.close();
        register.close();
        Eyes.look(() -> true); // what it had to say to the event thread is done
    }
}
