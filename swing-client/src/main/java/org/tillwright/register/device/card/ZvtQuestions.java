package org.tillwright.register.device.card;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardDay;
import org.tillwright.register.device.CardLast;

/** What a register asks a terminal beside payments: what it did last, and that it close its day. */
final class ZvtQuestions {

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(15);
    /** The terminal sends its day to the acquirer meanwhile. */
    private static final Duration DAY_PATIENCE = Duration.ofMinutes(5);

    /** Nothing printed, and the status information of the last transaction sent. */
    private static final String LAST_STATUS_ONLY = "0303";

    private static final int READY = 0x00;
    private static final int SOFTWARE_VERSION = 0xF0;
    /** States in which a terminal is in the middle of something: waits, has a card in it, cannot receive. */
    private static final List<Integer> BUSY = List.of(0x9C, 0xA0, 0xDC);

    private static final int NOT_SUPPORTED = 0x8483;
    /** Result codes that say that there is nothing to repeat: "function not possible", and "no transaction" of some makers. */
    private static final List<Integer> NOTHING_THERE = List.of(0x83, 0x6D);

    private static final List<String> SCHEMES =
            List.of("girocard", "JCB", "Mastercard", "American Express", "Visa", "Diners", "other");
    private static final int RANGE_BYTES = 4;
    private static final int SCHEME_BYTES = 7;

    private final ZvtDialogue dialogue;
    private final String password;
    private final Currency currency;

    ZvtQuestions(ZvtDialogue dialogue, String password, Currency currency) {
        this.dialogue = dialogue;
        this.password = password;
        this.currency = currency;
    }

    /**
     * Asks whether the terminal is free; returns the code of what it is busy with, or nothing when it is free or does not know
     * the question.
     */
    Optional<String> busy() throws IOException {
        dialogue.send(new Apdu(Apdu.STATUS_ENQUIRY, HexFormat.of().parseHex(password)));
        Apdu first = dialogue.receive(ZvtDialogue.ACKNOWLEDGE_PATIENCE).orElseThrow(ZvtDialogue::silent);
        if (first.isRefusal()) {
            return first.control() == NOT_SUPPORTED
                    ? Optional.empty()
                    : Optional.of(ZvtDialogue.code(first.control() & 0xFF));
        }
        Heard heard = listen(first, ANSWER_PATIENCE).orElseThrow(ZvtDialogue::silent);
        int state = heard.isAborted() ? heard.result() : stateOf(heard.completion());
        return BUSY.contains(state) ? Optional.of(ZvtDialogue.code(state)) : Optional.empty();
    }

    /** The completion of a status enquiry has the software's version, which may be left out, and then the terminal's state. */
    private static int stateOf(byte[] completion) {
        var at = new Bmp.Cursor(completion);
        try {
            int first = at.next();
            if (first != SOFTWARE_VERSION) {
                return first;
            }
            at.take(at.digitLength(2));
            return at.next();
        } catch (Bmp.CutShort e) {
            return READY;
        }
    }

    /** Nothing moves here, so a line that breaks is a plain failure. */
    CardLast last() throws IOException {
        dialogue.send(new Apdu(Apdu.REPEAT_RECEIPT, HexFormat.of().parseHex(password + LAST_STATUS_ONLY)));
        Apdu first = dialogue.receive(ZvtDialogue.ACKNOWLEDGE_PATIENCE).orElseThrow(ZvtDialogue::silent);
        if (first.isRefusal()) {
            String code = ZvtDialogue.code(first.control() & 0xFF);
            return first.control() == NOT_SUPPORTED ? new CardLast.Mute(code) : new CardLast.Busy(code);
        }
        Heard heard = listen(first, ANSWER_PATIENCE).orElseThrow(ZvtDialogue::silent);
        return last(heard);
    }

    private CardLast last(Heard heard) {
        int code = heard.result();
        ZvtFields status = heard.status();
        if (code != 0) {
            String trace = status == null ? "" : status.number(Bmp.TRACE).orElse("");
            if (trace.isEmpty()) {
                String told = ZvtDialogue.code(code);
                return NOTHING_THERE.contains(code) ? new CardLast.Nothing() : new CardLast.Busy(told);
            }
            return new CardLast.Refused(
                    status == null ? "" : status.digits(Bmp.TERMINAL_ID).orElse(""), trace, ZvtDialogue.code(code));
        }
        if (status == null
                || status.digits(Bmp.TRACE).isEmpty()
                || status.digits(Bmp.AMOUNT).isEmpty()) {
            return new CardLast.Mute(ZvtDialogue.code(code)); // it knows the question, and does not tell what happened
        }
        return new CardLast.Moved(
                Told.amount(status, new Money(currency, 0)),
                Told.card(status),
                status.number(Bmp.ORIGINAL_TRACE).orElse(null));
    }

    CardDay endOfDay() {
        try {
            dialogue.send(new Apdu(Apdu.END_OF_DAY, HexFormat.of().parseHex(password)));
            Optional<Apdu> first = dialogue.receive(ZvtDialogue.ACKNOWLEDGE_PATIENCE);
            if (first.isEmpty()) {
                return new CardDay.Unknown("the terminal did not say whether it closes its day");
            }
            if (first.get().isRefusal()) {
                return new CardDay.Refused(ZvtDialogue.code(first.get().control() & 0xFF));
            }
            return listen(first.get(), DAY_PATIENCE)
                    .map(this::day)
                    .orElseGet(() -> new CardDay.Unknown("the terminal did not say in time that its day is closed"));
        } catch (IOException e) {
            return new CardDay.Unknown("the line to the terminal broke during its end of day: " + e.getMessage());
        }
    }

    private CardDay day(Heard heard) {
        if (heard.result() != 0) {
            return new CardDay.Refused(ZvtDialogue.code(heard.result()));
        }
        ZvtFields status = heard.status();
        if (status == null) {
            return new CardDay.Closed("", null, null, null, List.of());
        }
        Money told = status.digits(Bmp.AMOUNT).isEmpty() ? null : Told.amount(status, new Money(currency, 0));
        Money total = told != null && told.currency().equals(currency) ? told : null;
        byte[] totals = status.bytes(Bmp.TOTALS).orElse(new byte[0]);
        boolean hasRange = totals.length >= RANGE_BYTES;
        return new CardDay.Closed(
                status.digits(Bmp.TERMINAL_ID).orElse(""),
                total,
                hasRange ? hex(totals, 0, 2) : null,
                hasRange ? hex(totals, 2, 2) : null,
                schemes(totals));
    }

    /** Receipt numbers from and to, then for each kind of card a count of one byte and an amount of six. */
    private List<CardDay.Scheme> schemes(byte[] totals) {
        List<CardDay.Scheme> schemes = new ArrayList<>();
        for (int i = 0; i < SCHEMES.size(); i++) {
            int at = RANGE_BYTES + i * SCHEME_BYTES;
            if (at + SCHEME_BYTES > totals.length) {
                break;
            }
            String minor = hex(totals, at + 1, SCHEME_BYTES - 1);
            long count = totals[at] & 0xFF;
            if (count > 0 && minor.matches("[0-9]+")) {
                schemes.add(new CardDay.Scheme(SCHEMES.get(i), count, new Money(currency, Long.parseLong(minor))));
            }
        }
        return schemes;
    }

    private static String hex(byte[] bytes, int from, int count) {
        return HexFormat.of()
                .formatHex(Arrays.copyOfRange(bytes, from, from + count))
                .toLowerCase(Locale.ROOT);
    }

    /** Listens until the terminal says that it is done; nothing when it does not in time. */
    private Optional<Heard> listen(Apdu first, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        ZvtFields status = null;
        Optional<Apdu> next = Optional.of(first);
        while (System.nanoTime() < deadline) {
            if (next.isPresent()) {
                Apdu apdu = next.get();
                dialogue.answer(apdu);
                if (apdu.control() == Apdu.STATUS) {
                    status = ZvtFields.of(apdu.data(), 0);
                } else if (apdu.control() == Apdu.COMPLETION) {
                    int result = status == null ? 0 : status.code(Bmp.RESULT).orElse(0);
                    return Optional.of(new Heard(result, status, false, apdu.data()));
                } else if (apdu.control() == Apdu.ABORTED) {
                    return Optional.of(new Heard(ZvtDialogue.abortCode(apdu), status, true, new byte[0]));
                }
            }
            next = dialogue.receive(ZvtDialogue.LOOK_EVERY);
        }
        return Optional.empty();
    }

    /**
     * What the terminal said.
     *
     * @param status the last status information, or null when none came
     * @param completion data of the completion; empty after an abort
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Heard(int result, @Nullable ZvtFields status, boolean isAborted, byte[] completion) {}
}
