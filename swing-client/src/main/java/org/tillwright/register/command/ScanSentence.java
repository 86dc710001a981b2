package org.tillwright.register.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.CodePattern;
import org.tillwright.core.gs1.Gs1Problem;
import org.tillwright.core.scan.ScanResult;

/** What a code is, in one sentence, for somebody who holds the label in a hand. */
final class ScanSentence {

    private ScanSentence() {}

    static String of(ScanResult result) {
        if (result instanceof ScanResult.Item item) {
            return item(item);
        } else if (result instanceof ScanResult.Asks asks) {
            return "A label of an item that leaves its "
                    + (asks.meaning() == CodePattern.Meaning.PRICE ? "price" : "quantity")
                    + " open: the till asks for it.";
        } else if (result instanceof ScanResult.Discount) {
            return "A label that takes a percentage off.";
        } else if (result instanceof ScanResult.Elements label) {
            return label.coupon() == null ? "A GS1 label that names no item for sale." : "A coupon.";
        } else if (result instanceof ScanResult.Ambiguous) {
            return "A code with several meanings: the till takes the one that the shop knows.";
        } else if (result instanceof ScanResult.Misread misread) {
            return misread(misread);
        }
        return "A text that no standard knows: the till looks it up as it stands.";
    }

    private static String item(ScanResult.Item item) {
        String what = item.label() == null ? "The number of an item" : "A GS1 label of an item";
        if (item.priceMinor() != null) {
            what = "A label of an item that says its price";
        } else if (item.measure() != null) {
            what = "A label of an item that says how much there is";
        }
        return what + ".";
    }

    private static String misread(ScanResult.Misread misread) {
        return switch (misread.problem()) {
            case CHECK_DIGIT -> "Misread, or mistyped: the last digit does not fit the others.";
            case PRICE_CHECK_DIGIT -> "Misread: the check digit of the price does not fit the price.";
            case LENGTH -> "Misread: such a code has not so many digits.";
            case NOT_DIGITS -> "Misread: letters where only digits can be.";
            case PRICE_TOO_FINE -> "The price on the label is finer than the smallest unit of the currency.";
            case OTHER_CURRENCY -> "The price on the label is in another currency than the shop's.";
            case GS1 -> "Not a sound GS1 code: " + rule(misread.gs1(), misread.ai()) + ".";
        };
    }

    private static String rule(@Nullable Gs1Problem problem, String ai) {
        if (problem == Gs1Problem.UNKNOWN_IDENTIFIER) {
            return "there is no identifier " + ai;
        }
        String name =
                problem == null ? "" : problem.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return ai.isEmpty() ? name : "(" + ai + "): " + name;
    }
}
