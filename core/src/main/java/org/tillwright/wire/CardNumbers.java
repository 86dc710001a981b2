package org.tillwright.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The border that no card number crosses. Terminals and acquirers mask the numbers that they tell, or should; what comes in the clear
 * all the same is cut to its last four digits before anything else sees it.
 */
public final class CardNumbers {

    /** ISO/IEC 7812: a card number has 12 to 19 digits. On paper they may stand in groups. */
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){11,18}(?![0-9])");

    private static final int KEPT = 4;

    private CardNumbers() {}

    /** A text with every card number in it masked; other long numbers stay. */
    public static String masked(String text) {
        Matcher found = DIGITS.matcher(text);
        StringBuilder safe = new StringBuilder();
        while (found.find()) {
            String digits = found.group();
            found.appendReplacement(safe, Matcher.quoteReplacement(isCardNumber(digits) ? mask(digits) : digits));
        }
        return found.appendTail(safe).toString();
    }

    /** The check digit of ISO/IEC 7812 (Luhn's) is right. */
    private static boolean isCardNumber(String grouped) {
        int sum = 0;
        boolean isDoubled = false;
        for (int i = grouped.length() - 1; i >= 0; i--) {
            int digit = Character.digit(grouped.charAt(i), 10);
            if (digit < 0) {
                continue;
            }
            int weighed = isDoubled ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
            isDoubled = !isDoubled;
        }
        return sum % 10 == 0;
    }

    private static String mask(String grouped) {
        StringBuilder masked = new StringBuilder(grouped);
        int kept = 0;
        for (int i = grouped.length() - 1; i >= 0; i--) {
            if (Character.isDigit(grouped.charAt(i)) && kept++ >= KEPT) {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }
}
