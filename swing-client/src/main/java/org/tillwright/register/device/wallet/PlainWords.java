package org.tillwright.register.device.wallet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.device.serial.LineException;

/** The lines of the plain gateway: words with one blank between them, the payment's id always the second. */
final class PlainWords {

    /** Most signs of one answer. */
    static final int MAX_LENGTH = 512;

    /** Most signs of a payment's number: as many as a sale's record keeps. */
    private static final int MAX_REFERENCE = 60;

    /** Stands for a code that there is not. */
    private static final String NO_CODE = "-";

    private PlainWords() {}

    static String of(WalletRequest request) {
        String begin = " " + request.paymentId() + " " + request.amount().minor() + " "
                + request.amount().currency().code();
        if (request instanceof WalletRequest.Scan scan) {
            return "SCAN" + begin + " " + scan.code();
        } else if (request instanceof WalletRequest.Refund refund) {
            return "REFUND" + begin + " " + refund.reference();
        }
        return "SHOW" + begin;
    }

    static String status(UUID paymentId) {
        return "STATUS " + paymentId;
    }

    static String cancel(UUID paymentId) {
        return "CANCEL " + paymentId;
    }

    /**
     * Reads an answer.
     *
     * @throws LineException if it is none, or belongs to another payment
     */
    static WalletAnswer answer(String line, UUID paymentId) throws LineException {
        String[] words = line.split(" ", -1);
        WalletAnswer answer = words.length > 1 && words[1].equals(paymentId.toString()) ? read(words) : null;
        if (answer == null) {
            throw new LineException(Trouble.NOT_UNDERSTOOD, "what answers there is no plain wallet gateway");
        }
        return answer;
    }

    private static @Nullable WalletAnswer read(String[] words) {
        return switch (words[0] + words.length) {
            case "PENDING3" -> new WalletAnswer.Waiting(words[2].equals(NO_CODE) ? "" : words[2]);
            case "PAID5" -> paid(words[2], Currency.find(words[3]), words[4]);
            case "DECLINED3" -> declined(words[2]);
            case "UNKNOWN2" -> new WalletAnswer.NotKnown();
            default -> null;
        };
    }

    private static @Nullable WalletAnswer paid(String minor, @Nullable Currency currency, String reference) {
        boolean isNumber = WalletRequest.isCode(reference) && reference.length() <= MAX_REFERENCE;
        return minor.matches("[1-9][0-9]{0,11}") && currency != null && isNumber
                ? new WalletAnswer.Paid(new Money(currency, Long.parseLong(minor)), reference)
                : null;
    }

    private static @Nullable WalletAnswer declined(String word) {
        for (WalletAnswer.Reason reason : WalletAnswer.Reason.values()) {
            if (reason.name().equals(word)) {
                return new WalletAnswer.Declined(reason);
            }
        }
        return null;
    }
}
