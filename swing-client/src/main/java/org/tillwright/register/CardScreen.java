package org.tillwright.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tillwright.register.device.CardSlip;
import org.tillwright.register.device.CardWatcher;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.text.Texts;

/** Hands on what the card terminal shows and prints: words to the operator's screen, papers to the receipt printer. */
final class CardScreen implements CardWatcher {

    /** Codes from here on are those from 0 on, and ask for the card to be taken out too. */
    private static final int WITH_CARD = 0x40;

    private final RegisterParts parts;
    private final Supplier<Texts> texts;
    private final Consumer<String> screen;

    /** @param screen is told in words what the terminal waits for, on the event thread */
    CardScreen(RegisterParts parts, Supplier<Texts> texts, Consumer<String> screen) {
        this.parts = parts;
        this.texts = texts;
        this.screen = screen;
    }

    /** Once for a register: whatever terminal it has later is watched too. */
    void begin() {
        parts.deviceShelf().whenOpened(devices -> devices.cardTerminal()
                .ifPresent(lane -> lane.device().watch(this)));
    }

    @Override
    public void shows(String code, String text) {
        parts.platform().eventThread().execute(() -> screen.accept(words(code, text)));
    }

    /** The register's own words where it has some, because they are in the operator's language. */
    private String words(String code, String text) {
        Texts now = texts.get();
        int number = Integer.parseInt(code, 16);
        boolean isWithCard = number >= WITH_CARD && number < 2 * WITH_CARD - 0x20;
        String key = "card.status." + (isWithCard ? String.format("%02x", number - WITH_CARD) : code);
        if (!now.has(key)) {
            return text;
        }
        return isWithCard ? now.text(key) + " " + now.text("card.status.0b") : now.text(key);
    }

    @Override
    public void prints(CardSlip slip) {
        print(parts.devices(), slip, language());
    }

    static void print(Devices devices, CardSlip slip, Texts language) {
        List<ReceiptLine> lines = new ArrayList<>();
        slip.lines().forEach(line -> lines.add(Receipt.Text.of(line.stripTrailing())));
        lines.add(new Receipt.Cut());
        Receipt paper = new Receipt(lines);
        PaperPrinting.print(devices, language, columns -> paper);
    }

    /** A terminal speaks the language of its store, whoever stands at the register. */
    private Texts language() {
        return parts.catalogues()
                .newest()
                .map(catalogue -> Texts.of(catalogue.store().language()))
                .orElseGet(texts);
    }
}
