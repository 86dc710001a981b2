package org.tillwright.register.device.card;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.CardResult.Approved;
import org.tillwright.register.device.CardResult.Declined;
import org.tillwright.register.device.CardResult.Reason;
import org.tillwright.register.device.CardResult.Unknown;

/** A request that moves money, from the command to the completion. From the first byte sent, a broken line means "unknown". */
final class ZvtMovement {

    /** How long a terminal may take after it was asked to stop. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private static final Pattern RECEIPT_NUMBER = Pattern.compile("[0-9]{4}");

    private final ZvtDialogue dialogue;
    private final Apdu command;
    private final Money amount;
    private final BooleanSupplier cancelled;
    private final Duration limit;
    private final String before;
    private long deadline;
    private boolean stopping;
    private boolean late;
    private Optional<ZvtFields> status = Optional.empty();

    private ZvtMovement(ZvtDialogue dialogue, Apdu command, Money amount, Manner manner) {
        this.dialogue = dialogue;
        this.command = command;
        this.amount = amount;
        this.limit = manner.limit();
        this.cancelled = manner.cancelled();
        this.before = manner.before();
    }

    /**
     * How a request is made.
     *
     * @param before what the terminal had moved last, as {@link Told#movement} names it: told again, it is no news. Empty where
     *     that is not known
     */
    record Manner(Duration limit, BooleanSupplier cancelled, String before) {}

    static CardResult authorize(ZvtDialogue dialogue, Money amount, Manner manner) {
        Apdu command = new Apdu(Apdu.AUTHORIZATION, amountFields("", amount));
        return new ZvtMovement(dialogue, command, amount, manner).perform();
    }

    /** Gives money back: a payment undone by the terminal's number of it, or an amount to a card that is presented. */
    static CardResult refund(ZvtDialogue dialogue, CardRefund refund, String password, Manner manner) {
        String number = refund.receiptNumber();
        Apdu command = number != null && RECEIPT_NUMBER.matcher(number).matches()
                ? new Apdu(Apdu.REVERSAL, HexFormat.of().parseHex(password + "87" + number))
                : new Apdu(Apdu.REFUND, amountFields(password, refund.amount()));
        return new ZvtMovement(dialogue, command, refund.amount(), manner).perform();
    }

    private static byte[] amountFields(String before, Money amount) {
        String fields =
                before + "04" + String.format("%012d", amount.minor()) + "49" + ZvtDialogue.numeric(amount.currency());
        return HexFormat.of().parseHex(fields);
    }

    private CardResult perform() {
        deadline = System.nanoTime() + limit.toNanos();
        try {
            dialogue.send(command);
            Optional<Apdu> first = dialogue.receive(ZvtDialogue.ACKNOWLEDGE_PATIENCE);
            if (first.isEmpty()) {
                return new Unknown("the terminal did not say whether it has the payment");
            }
            if (first.get().isRefusal()) {
                return ZvtDialogue.notReady(first.get());
            }
            return follow(first.get());
        } catch (IOException e) {
            return new Unknown("the line to the terminal broke during the payment: " + e.getMessage());
        }
    }

    private CardResult follow(Apdu first) throws IOException {
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
            Optional<Apdu> apdu = dialogue.receive(ZvtDialogue.LOOK_EVERY);
            if (apdu.isPresent()) {
                result = heard(apdu.get());
            }
        }
        return result.get();
    }

    private void stop() throws IOException {
        if (!stopping) {
            stopping = true;
            dialogue.send(Apdu.of(Apdu.ABORT));
        }
    }

    private Optional<CardResult> heard(Apdu apdu) throws IOException {
        dialogue.answer(apdu);
        return switch (apdu.control()) {
            case Apdu.STATUS -> {
                status = news(ZvtFields.of(apdu.data(), 0)).or(() -> status);
                yield Optional.empty();
            }
            case Apdu.COMPLETION -> Optional.of(completed());
            case Apdu.ABORTED -> Optional.of(aborted(ZvtDialogue.abortCode(apdu)));
            default -> Optional.empty();
        };
    }

    /** An approval of the movement before, which comes late or again, says nothing of this one. */
    private Optional<ZvtFields> news(ZvtFields told) {
        boolean isApproval = told.code(Bmp.RESULT).orElse(1) == 0;
        String movement = Told.movement(told);
        boolean isOld = isApproval && !movement.isEmpty() && movement.equals(before);
        return isOld ? Optional.empty() : Optional.of(told);
    }

    private CardResult completed() {
        Optional<Integer> result = status.flatMap(fields -> fields.code(Bmp.RESULT));
        if (result.isEmpty()) {
            return new Unknown("the terminal ended the payment without saying how");
        }
        return result.get() == 0
                ? approved(status.get())
                : new Declined(reason(result.get()), ZvtDialogue.code(result.get()));
    }

    /** Another amount is taken as it is told; nothing at all, or another currency, is no answer to what was asked. */
    private CardResult approved(ZvtFields told) {
        Money moved = Told.amount(told, amount);
        return moved.minor() > 0 && moved.currency().equals(amount.currency())
                ? new Approved(moved, Told.card(told))
                : new Unknown("the terminal approved " + moved + " where " + amount + " was asked for");
    }

    private CardResult aborted(int code) {
        boolean approvedBefore = status.flatMap(fields -> fields.code(Bmp.RESULT))
                .filter(result -> result == 0)
                .isPresent();
        return approvedBefore
                ? new Unknown("the terminal approved the payment and then aborted it with " + ZvtDialogue.code(code))
                : new Declined(reason(code), ZvtDialogue.code(code));
    }

    private Reason reason(int code) {
        return switch (code) {
            case 0x6C -> late ? Reason.TIMED_OUT : Reason.CANCELLED;
            case 0x6B, 0x77, 0x83, 0x85, 0x9A, 0x9B, 0x9C, 0xA0, 0xF0, 0xFF -> Reason.NOT_READY;
            default -> Reason.REFUSED;
        };
    }
}
