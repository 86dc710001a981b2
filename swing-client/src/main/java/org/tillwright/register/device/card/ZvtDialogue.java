package org.tillwright.register.device.card;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.tillwright.core.money.Currency;
import org.tillwright.register.device.CardResult.Declined;
import org.tillwright.register.device.CardResult.Reason;
import org.tillwright.register.device.CardWatcher;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;

/** One connection's talk with a ZVT terminal: who speaks next, and what is confirmed. */
final class ZvtDialogue {

    /** How long a terminal may take to say that it has a command. */
    static final Duration ACKNOWLEDGE_PATIENCE = Duration.ofSeconds(5);

    static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private static final Duration REGISTRATION_PATIENCE = Duration.ofSeconds(30);

    /** Receipts are printed by the register, a line or a block at a time. */
    private static final int PRINTS_HERE = 0x02 | 0x04 | 0x80;
    /** Says what it waits for. */
    private static final int TELLS_STATUS = 0x08;
    /** Only the register begins payments, and what else moves money. */
    private static final int OBEYS = 0x10 | 0x20;

    private final Frames frames;
    private final CardWatcher watcher;
    private final Papers papers;

    ZvtDialogue(Frames frames, CardWatcher watcher) {
        this.frames = frames;
        this.watcher = watcher;
        this.papers = new Papers(watcher);
    }

    /** Makes this register known to the terminal; returns why not, or nothing when it is known now. */
    Optional<Declined> register(String password, Currency currency) throws IOException {
        String config = String.format("%02x", PRINTS_HERE | TELLS_STATUS | OBEYS);
        send(new Apdu(Apdu.REGISTRATION, HexFormat.of().parseHex(password + config + numeric(currency))));
        Apdu first = receive(ACKNOWLEDGE_PATIENCE).orElseThrow(ZvtDialogue::silent);
        if (first.isRefusal()) {
            return Optional.of(notReady(first));
        }
        long deadline = System.nanoTime() + REGISTRATION_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Apdu> apdu = receive(LOOK_EVERY);
            if (apdu.isPresent()) {
                answer(apdu.get());
                if (apdu.get().control() == Apdu.COMPLETION) {
                    return Optional.empty();
                }
                if (apdu.get().control() == Apdu.ABORTED) {
                    return Optional.of(new Declined(Reason.NOT_READY, code(abortCode(apdu.get()))));
                }
            }
        }
        throw silent();
    }

    /** The currency's ISO 4217 number in half bytes, such as 0978. */
    static String numeric(Currency currency) {
        return String.format("%04d", currency.number());
    }

    static Declined notReady(Apdu refusal) {
        return new Declined(Reason.NOT_READY, code(refusal.control() & 0xFF));
    }

    static String code(int code) {
        return String.format("%02X", code);
    }

    static int abortCode(Apdu apdu) {
        byte[] data = apdu.data();
        return data.length == 0 ? 0xFF : data[0] & 0xFF;
    }

    static LineException silent() {
        return new LineException(Trouble.NOT_ANSWERING, "the terminal does not answer");
    }

    void send(Apdu apdu) throws IOException {
        frames.send(apdu);
    }

    /** Returns the next message, or nothing when none came in time. */
    Optional<Apdu> receive(Duration patience) throws IOException {
        return frames.receive(patience);
    }

    /** Everything a terminal says is acknowledged, except its own acknowledgements; what it shows and prints is handed on. */
    void answer(Apdu apdu) throws IOException {
        switch (apdu.control()) {
            case Apdu.ACKNOWLEDGED -> {}
            case Apdu.STATUS,
                    Apdu.INTERMEDIATE_STATUS,
                    Apdu.COMPLETION,
                    Apdu.ABORTED,
                    Apdu.PRINT_LINE,
                    Apdu.PRINT_TEXT,
                    Apdu.SET_CLOCK -> send(Apdu.of(Apdu.ACKNOWLEDGED));
            default -> {
                if (!apdu.isRefusal()) {
                    send(Apdu.of(Apdu.NOT_UNDERSTOOD));
                }
            }
        }
        heard(apdu);
    }

    private void heard(Apdu apdu) {
        switch (apdu.control()) {
            case Apdu.INTERMEDIATE_STATUS -> shown(apdu.data());
            case Apdu.PRINT_LINE -> papers.line(apdu.data());
            case Apdu.PRINT_TEXT -> papers.block(apdu.data());
            case Apdu.COMPLETION, Apdu.ABORTED -> papers.end();
            default -> {
                // Whoever asked looks at the others.
            }
        }
    }

    /** A code, then perhaps a time limit, then perhaps the terminal's own words. */
    private void shown(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int container = data.length > 1 && data[1] != Bmp.TLV_CONTAINER ? 2 : 1;
        String text = String.join(" ", ZvtFields.of(data, container).lines()).strip();
        watcher.shows(code(data[0] & 0xFF).toLowerCase(Locale.ROOT), text);
    }
}
