package org.tillwright.register.device.card;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.CardResult.Approved;
import org.tillwright.register.device.CardResult.Declined;
import org.tillwright.register.device.CardResult.Reason;
import org.tillwright.register.device.CardResult.Unknown;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.wire.SaleMessage;

/** One connection's talk with a ZVT terminal. */
final class ZvtDialogue {

    /** How long a terminal may take to say that it has a command. */
    private static final Duration ACKNOWLEDGE_PATIENCE = Duration.ofSeconds(5);
    /** How long it may take after it was asked to stop. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private static final Duration REGISTRATION_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int READ_BYTES = 1024;
    /** Terminal sends intermediate status, prints its own receipts, and lets only the register begin a payment. */
    private static final byte CONFIGURATION = 0x08 | 0x10;

    private static final Pattern RECEIPT_NUMBER = Pattern.compile("[0-9]{4}");

    private final SerialLine line;
    private final ApduReader reader = new ApduReader();

    ZvtDialogue(SerialLine line) {
        this.line = line;
    }

    /** Makes this register known to the terminal; returns why not, or nothing when it is known now. */
    Optional<Declined> register(String password, Currency currency) throws IOException {
        send(new Apdu(
                Apdu.REGISTRATION,
                HexFormat.of().parseHex(password + String.format("%02x", CONFIGURATION) + numeric(currency))));
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

    /** Asks for a payment. From here on a broken line no longer means that nothing happened. */
    CardResult authorize(Money amount, Duration limit, BooleanSupplier cancelled) {
        return perform(new Apdu(Apdu.AUTHORIZATION, amountFields("", amount)), amount, limit, cancelled);
    }

    /** Gives money back: a payment undone by the terminal's number of it, or an amount to a card that is presented. */
    CardResult refund(CardRefund refund, String password, Duration limit, BooleanSupplier cancelled) {
        String number = refund.receiptNumber();
        Apdu command = number != null && RECEIPT_NUMBER.matcher(number).matches()
                ? new Apdu(Apdu.REVERSAL, HexFormat.of().parseHex(password + "87" + number))
                : new Apdu(Apdu.REFUND, amountFields(password, refund.amount()));
        return perform(command, refund.amount(), limit, cancelled);
    }

    private CardResult perform(Apdu command, Money amount, Duration limit, BooleanSupplier cancelled) {
        var payment = new Payment(amount, limit, cancelled);
        try {
            send(command);
            Optional<Apdu> first = receive(ACKNOWLEDGE_PATIENCE);
            if (first.isEmpty()) {
                return new Unknown("the terminal did not say whether it has the payment");
            }
            if (first.get().isRefusal()) {
                return notReady(first.get());
            }
            return payment.follow(first.get());
        } catch (IOException e) {
            return new Unknown("the line to the terminal broke during the payment: " + e.getMessage());
        }
    }

    private static byte[] amountFields(String before, Money amount) {
        String fields = before + "04" + String.format("%012d", amount.minor()) + "49" + numeric(amount.currency());
        return HexFormat.of().parseHex(fields);
    }

    /** The currency's ISO 4217 number in half bytes, such as 0978. */
    private static String numeric(Currency currency) {
        return String.format("%04d", currency.number());
    }

    private static Declined notReady(Apdu refusal) {
        return new Declined(Reason.NOT_READY, code(refusal.control() & 0xFF));
    }

    private static String code(int code) {
        return String.format("%02X", code);
    }

    private static int abortCode(Apdu apdu) {
        byte[] data = apdu.data();
        return data.length == 0 ? 0xFF : data[0] & 0xFF;
    }

    private static LineException silent() {
        return new LineException(Trouble.NOT_ANSWERING, "the terminal does not answer");
    }

    private void send(Apdu apdu) throws IOException {
        line.write(apdu.bytes());
    }

    /** Everything a terminal says is acknowledged, except its own acknowledgements. */
    private void answer(Apdu apdu) throws IOException {
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
    }

    private Optional<Apdu> receive(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        byte[] buffer = new byte[READ_BYTES];
        try {
            Optional<Apdu> next = reader.next();
            long left = patience.toNanos();
            while (next.isEmpty() && left > 0) {
                reader.put(buffer, line.read(buffer, Duration.ofNanos(left)));
                next = reader.next();
                left = deadline - System.nanoTime();
            }
            return next;
        } catch (IllegalStateException e) {
            throw new LineException(Trouble.NOT_UNDERSTOOD, "what answers there does not speak ZVT", e);
        }
    }

    /** A payment that the terminal may have begun. */
    private final class Payment {

        private final Money amount;
        private final BooleanSupplier cancelled;
        private long deadline;
        private boolean stopping;
        private boolean late;
        private Optional<ZvtFields> status = Optional.empty();

        Payment(Money amount, Duration limit, BooleanSupplier cancelled) {
            this.amount = amount;
            this.cancelled = cancelled;
            deadline = System.nanoTime() + limit.toNanos();
        }

        CardResult follow(Apdu first) throws IOException {
            Optional<CardResult> result = heard(first);
            while (result.isEmpty()) {
                if (System.nanoTime() >= deadline) {
                    if (late) {
                        return new Unknown("the terminal gave no result within the time limit");
                    }
                    late = true;
                    deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
                    stop();
                }
                if (cancelled.getAsBoolean()) {
                    stop();
                }
                Optional<Apdu> apdu = receive(LOOK_EVERY);
                if (apdu.isPresent()) {
                    result = heard(apdu.get());
                }
            }
            return result.get();
        }

        private void stop() throws IOException {
            if (!stopping) {
                stopping = true;
                send(Apdu.of(Apdu.ABORT));
            }
        }

        private Optional<CardResult> heard(Apdu apdu) throws IOException {
            answer(apdu);
            return switch (apdu.control()) {
                case Apdu.STATUS -> {
                    status = Optional.of(ZvtFields.of(apdu.data(), 0));
                    yield Optional.empty();
                }
                case Apdu.COMPLETION -> Optional.of(completed());
                case Apdu.ABORTED -> Optional.of(aborted(abortCode(apdu)));
                default -> Optional.empty();
            };
        }

        private CardResult completed() {
            Optional<Integer> result = status.flatMap(fields -> fields.number(ZvtFields.RESULT));
            if (result.isEmpty()) {
                return new Unknown("the terminal ended the payment without saying how");
            }
            return result.get() == 0 ? approved(status.get()) : new Declined(reason(result.get()), code(result.get()));
        }

        private CardResult aborted(int code) {
            boolean approvedBefore = status.flatMap(fields -> fields.number(ZvtFields.RESULT))
                    .filter(result -> result == 0)
                    .isPresent();
            return approvedBefore
                    ? new Unknown("the terminal approved the payment and then aborted it with " + code(code))
                    : new Declined(reason(code), code(code));
        }

        private Reason reason(int code) {
            return switch (code) {
                case 0x6C -> late ? Reason.TIMED_OUT : Reason.CANCELLED;
                case 0x6B, 0x77, 0x83, 0x85, 0x9A, 0x9B, 0x9C, 0xA0, 0xF0, 0xFF -> Reason.NOT_READY;
                default -> Reason.REFUSED;
            };
        }

        private Approved approved(ZvtFields fields) {
            Money told = fields.digits(ZvtFields.AMOUNT)
                    .map(digits -> new Money(amount.currency(), Long.parseLong(digits)))
                    .orElse(amount);
            return new Approved(
                    told,
                    new SaleMessage.Card(
                            scheme(fields),
                            fields.text(ZvtFields.CARD_NUMBER).orElse(""),
                            fields.text(ZvtFields.AUTHORIZATION_CODE).orElse(""),
                            fields.digits(ZvtFields.TERMINAL_ID).orElse(""),
                            fields.digits(ZvtFields.TRACE).orElse(""),
                            fields.digits(ZvtFields.RECEIPT_NUMBER).orElse(null)));
        }

        private static String scheme(ZvtFields fields) {
            Optional<String> name = fields.text(ZvtFields.CARD_NAME);
            return name.orElseGet(() ->
                    fields.number(ZvtFields.CARD_TYPE).map(CardSchemes::name).orElse("card"));
        }
    }
}
