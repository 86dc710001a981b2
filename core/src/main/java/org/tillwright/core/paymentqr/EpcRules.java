package org.tillwright.core.paymentqr;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.paymentqr.PayloadFault.Code;

/** What EPC069-12 demands of the lines of a credit transfer, for reading and for writing alike; every fault is told. */
final class EpcRules {

    static final Currency EURO = Currency.of("EUR");

    private static final long MAX_CENTS = 99_999_999_999L;
    private static final int MAX_AMOUNT_LETTERS = 12;
    private static final String CURRENCY = "EUR";

    private final List<String> lines;
    private final List<PayloadFault> faults;

    private EpcRules(List<String> lines, List<PayloadFault> faults) {
        this.lines = lines;
        this.faults = faults;
    }

    /** Checks twelve lines, the last of which may be empty. */
    static void check(List<String> lines, List<PayloadFault> faults) {
        EpcRules rules = new EpcRules(lines, faults);
        rules.heads();
        rules.accounts();
        rules.text(EpcLine.NAME, true);
        rules.amount();
        rules.text(EpcLine.PURPOSE, false);
        if (!Letters.CODE.allows(rules.at(EpcLine.PURPOSE))) {
            rules.fault(Code.LETTERS, EpcLine.PURPOSE, "has other letters than " + Letters.CODE.words());
        }
        rules.text(EpcLine.REFERENCE, false);
        rules.text(EpcLine.TEXT, false);
        rules.remittance();
        rules.text(EpcLine.INFORMATION, false);
    }

    /** Returns the euros that a line says, or null where it says none that can be transferred. */
    static @Nullable Money euros(String line) {
        BigDecimal decimal = line.startsWith(CURRENCY) && line.length() <= CURRENCY.length() + MAX_AMOUNT_LETTERS
                ? EmvFigures.decimal(line.substring(CURRENCY.length()))
                : null;
        if (decimal == null || decimal.scale() > EURO.digits()) {
            return null;
        }
        long cents = decimal.movePointRight(EURO.digits()).longValueExact();
        return cents > 0 && cents <= MAX_CENTS ? new Money(EURO, cents) : null;
    }

    static String text(Money euros) {
        return CURRENCY + euros.decimal().toPlainString();
    }

    private void heads() {
        is(EpcLine.TAG, EpcQr.TAG);
        if (!at(EpcLine.VERSION).equals(EpcQr.V001) && !at(EpcLine.VERSION).equals(EpcQr.V002)) {
            fault(Code.UNKNOWN, EpcLine.VERSION, "is neither 001 nor 002");
        }
        if (EpcEncoding.find(at(EpcLine.ENCODING)) == null) {
            fault(Code.UNKNOWN, EpcLine.ENCODING, "is no digit from 1 to 8");
        }
        is(EpcLine.KIND, EpcQr.SCT);
    }

    private void is(EpcLine line, String wanted) {
        if (!at(line).equals(wanted)) {
            fault(Code.UNKNOWN, line, "is not " + wanted);
        }
    }

    private void accounts() {
        String bic = at(EpcLine.BIC);
        if (bic.isEmpty()) {
            if (at(EpcLine.VERSION).equals(EpcQr.V001)) {
                fault(Code.MISSING, EpcLine.BIC, "is missing; only version 002 may be without");
            }
        } else if (!isBic(bic)) {
            fault(Code.CHECK, EpcLine.BIC, "is no BIC of 8 or 11 letters");
        }
        String iban = at(EpcLine.IBAN);
        if (iban.isEmpty()) {
            fault(Code.MISSING, EpcLine.IBAN, "is missing");
        } else if (!Iban.isValid(iban)) {
            fault(Code.CHECK, EpcLine.IBAN, "is no IBAN: its length or its check digits do not fit");
        }
    }

    /** Four letters or digits of the bank, two letters of the country, two or five of place and branch. */
    private static boolean isBic(String text) {
        return (text.length() == 8 || text.length() == 11)
                && Letters.CODE.allows(text)
                && Letters.CAPITALS.allows(text.substring(4, 6));
    }

    private void amount() {
        String amount = at(EpcLine.AMOUNT);
        if (!amount.isEmpty() && euros(amount) == null) {
            fault(Code.RANGE, EpcLine.AMOUNT, "is no amount like EUR12.50 from 0.01 to 999999999.99");
        }
    }

    private void remittance() {
        String reference = at(EpcLine.REFERENCE);
        if (!reference.isEmpty() && !at(EpcLine.TEXT).isEmpty()) {
            fault(Code.TOGETHER, EpcLine.TEXT, "stands beside a reference; only one of them may");
        }
        if (reference.startsWith("RF") && !Iban.isValidReference(reference)) {
            fault(Code.CHECK, EpcLine.REFERENCE, "begins like a creditor reference, and its check digits do not fit");
        }
    }

    private void text(EpcLine line, boolean isRequired) {
        String text = at(line);
        if (isRequired && !says(text)) {
            fault(Code.MISSING, line, "is missing");
        } else if (EmvNode.length(text) > line.max()) {
            fault(Code.TOO_LONG, line, "is longer than " + line.max() + " letters");
        } else if (!Letters.ANY.allows(text)) {
            fault(Code.LETTERS, line, "has other letters than " + Letters.ANY.words());
        }
    }

    /** True if there is more than blanks; what else is blank is no printable letter or nobody can key it. */
    private static boolean says(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                return true;
            }
        }
        return false;
    }

    private String at(EpcLine line) {
        return lines.get(line.place());
    }

    private void fault(Code code, EpcLine line, String what) {
        int number = line.place() + 1;
        String sentence = "The " + line.words() + " (line " + number + ") " + what + ".";
        faults.add(new PayloadFault(code, Integer.toString(number), sentence));
    }
}
