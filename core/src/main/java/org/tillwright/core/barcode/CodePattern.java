package org.tillwright.core.barcode;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a shop's scales and label printers lay out a code that carries a price, a weight or a percentage.
 *
 * <p>The template has one character for each of the code's, blanks not counted: a digit stands for itself, {@code I} for a
 * digit of the item, {@code V} of the value, {@code K} for the value's own check digit, {@code C} for the check digit of the
 * whole, {@code .} for a digit that belongs to the item too, and {@code *} at the end for anything that may follow.
 * {@code 21 IIIII K VVVV C} is such a layout.
 *
 * @param name what people call the layout; unique among a shop's patterns
 * @param meaning what the value is
 * @param template without blanks
 * @param decimals digits of the value after its point; null in a price: as many as the shop's currency has
 * @param key what the item is looked up by
 */
public record CodePattern(String name, Meaning meaning, String template, @Nullable Integer decimals, Key key) {

    /** More digits than these would not fit the arithmetic, and no label has them. */
    private static final int MAX_VALUE_DIGITS = 9;

    private static final int MAX_DECIMALS = 6;
    private static final String LETTERS = "IVKC.*";

    /** What the value in a code is. */
    public enum Meaning {
        /** What the customer pays for it, as the label says. */
        PRICE,
        /** How much of it there is, in the item's own unit. */
        QUANTITY,
        /** How many percent off; there is no item. */
        DISCOUNT
    }

    /** What an item of this layout is looked up by. */
    public enum Key {
        /** The item's digits alone, such as the PLU 12345. */
        ITEM,
        /** The whole code with zeros as value and the check digits that belong to them, as on the shelf label. */
        TEMPLATE
    }

    /**
     * A code that fits a layout.
     *
     * @param pattern the layout
     * @param code what to look the item up by
     * @param value the digits of the value as a number; 0 if the label is a template, and someone must be asked
     */
    public record Reading(CodePattern pattern, ScanCode code, long value) {}

    /** How a code and a layout go together. */
    public enum Fit {
        /** The code is none of this layout. */
        NONE,
        /** It would be, but for the check digit of the whole. */
        CHECK_DIGIT_WRONG,
        /** It would be, but for the check digit of the value. */
        VALUE_CHECK_DIGIT_WRONG,
        FITS
    }

    public CodePattern {
        template = template.replace(" ", "");
        String fault = fault(name, meaning, template, decimals);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** A layout whose item is looked up by the whole code with zeros for the value. */
    public static CodePattern of(String name, Meaning meaning, String template, @Nullable Integer decimals) {
        return new CodePattern(name, meaning, template, decimals, Key.TEMPLATE);
    }

    /**
     * A layout in the notation of barcode nomenclatures: digits stand for themselves, points for digits of the item, and
     * {@code {NNDDD}} for a value with digits before and after its point. Of thirteen digits the last is the check digit, and
     * what is shorter may be followed by anything.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public static CodePattern ofNomenclature(String name, Meaning meaning, String notation) {
        int open = notation.indexOf('{');
        int close = notation.indexOf('}');
        if (open < 0 || close < open) {
            throw new IllegalArgumentException("Pattern " + name + ": " + notation + " has no value in braces");
        }
        String value = notation.substring(open + 1, close);
        int whole = value.lastIndexOf('N') + 1;
        if (!value.equals("N".repeat(whole) + "D".repeat(value.length() - whole))) {
            throw new IllegalArgumentException("Pattern " + name + ": {" + value + "} is not N's and then D's");
        }
        String template = notation.substring(0, open) + "V".repeat(value.length()) + notation.substring(close + 1);
        String end = template.length() == 12 ? "C" : template.length() < 12 ? "*" : "";
        return of(name, meaning, template + end, value.length() - whole);
    }

    /** The layouts that uniCenta oPOS has built in, for shops that come from it. */
    public static List<CodePattern> ofUniCenta() {
        return List.of(
                of("uniCenta 02", Meaning.PRICE, "02 IIIII VVVVV C", 2),
                of("uniCenta 20", Meaning.PRICE, "20 IIIII VVVVV C", 2),
                of("uniCenta 21", Meaning.PRICE, "21 IIIII VVVVV C", 1),
                of("uniCenta 22", Meaning.PRICE, "22 IIIII VVVVV C", 0),
                of("uniCenta 23", Meaning.QUANTITY, "23 IIIII VVVVV C", 3),
                of("uniCenta 24", Meaning.QUANTITY, "24 IIIII VVVVV C", 2),
                of("uniCenta 25", Meaning.QUANTITY, "25 IIIII VVVVV C", 1));
    }

    /** The first digits that the layout asks for, such as 21; two layouts without a common beginning never overlap. */
    public String prefix() {
        int end = 0;
        while (end < template.length() && isDigit(template.charAt(end))) {
            end++;
        }
        return template.substring(0, end);
    }

    /** Says whether a code is of this layout. */
    public Fit fit(String code) {
        if (!hasForm(code)) {
            return Fit.NONE;
        }
        if (template.endsWith("C") && ScanCode.checkDigit(code.substring(0, code.length() - 1)) != last(code)) {
            return Fit.CHECK_DIGIT_WRONG;
        }
        int at = template.indexOf('K');
        boolean isWrong = at >= 0 && PriceCheckDigit.of(select(code, "V")) != code.charAt(at);
        return isWrong ? Fit.VALUE_CHECK_DIGIT_WRONG : Fit.FITS;
    }

    /** Reads a code of this layout; nothing if it does not fit. */
    public Optional<Reading> read(String code) {
        if (fit(code) != Fit.FITS) {
            return Optional.empty();
        }
        String found = key == Key.ITEM ? select(code, "I.") : withValue(code, "0");
        return Optional.of(new Reading(this, ScanCode.of(found), Long.parseLong(select(code, "V"))));
    }

    /**
     * The code that a label of this layout has.
     *
     * @param item digits of the item, as many as the layout has places for
     * @param value the value's digits; zeros are put before them
     * @throws IllegalArgumentException if either does not fit into the layout, or anything may follow
     */
    public String write(String item, long value) {
        String digits = Long.toString(value);
        int places = count(template, "V");
        if (item.length() != count(template, "I.") || !(item.isEmpty() || Gtin.isDigits(item))) {
            throw new IllegalArgumentException("Pattern " + name + " has no room for item " + item);
        }
        if (value < 0 || digits.length() > places || template.endsWith("*")) {
            throw new IllegalArgumentException("Pattern " + name + " has no room for value " + value);
        }
        StringBuilder code = new StringBuilder();
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            char place = template.charAt(i);
            code.append(place == 'I' || place == '.' ? item.charAt(next++) : isDigit(place) ? place : '0');
        }
        return withValue(code.toString(), "0".repeat(places - digits.length()) + digits);
    }

    private boolean hasForm(String code) {
        boolean isOpen = template.endsWith("*");
        int length = isOpen ? template.length() - 1 : template.length();
        if (!Gtin.isDigits(code) || (isOpen ? code.length() < length : code.length() != length)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (isDigit(template.charAt(i)) && template.charAt(i) != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The code with another value, or zeros, and with the check digits that belong to it. */
    private String withValue(String code, String value) {
        String digits = value.length() == 1 ? value.repeat(count(template, "V")) : value;
        StringBuilder changed = new StringBuilder(code);
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            if (template.charAt(i) == 'V') {
                changed.setCharAt(i, digits.charAt(next++));
            }
        }
        int own = template.indexOf('K');
        if (own >= 0) {
            changed.setCharAt(own, PriceCheckDigit.of(digits));
        }
        if (template.endsWith("C")) {
            int last = changed.length() - 1;
            changed.setCharAt(last, ScanCode.checkDigit(changed.substring(0, last)));
        }
        return changed.toString();
    }

    private String select(String code, String places) {
        StringBuilder selected = new StringBuilder();
        for (int i = 0; i < template.length() && i < code.length(); i++) {
            if (places.indexOf(template.charAt(i)) >= 0) {
                selected.append(code.charAt(i));
            }
        }
        return selected.toString();
    }

    private static @Nullable String fault(String name, Meaning meaning, String template, @Nullable Integer decimals) {
        String pattern = "Pattern " + name + ": ";
        for (int i = 0; i < template.length(); i++) {
            char place = template.charAt(i);
            if (!isDigit(place) && LETTERS.indexOf(place) < 0) {
                return pattern + place + " stands for nothing in " + template;
            }
        }
        int values = count(template, "V");
        if (template.isEmpty() || !isDigit(template.charAt(0)) || template.length() > ScanCode.MAX_LENGTH) {
            return pattern + template + " must begin with a digit and have at most " + ScanCode.MAX_LENGTH + " places";
        }
        if (values < 1 || values > MAX_VALUE_DIGITS) {
            return pattern + template + " must have one to " + MAX_VALUE_DIGITS + " places V";
        }
        if (count(template, "K") > 1 || (count(template, "K") == 1 && !PriceCheckDigit.isDefinedFor(values))) {
            return pattern + "a check digit K is for four or five places V, once";
        }
        if (isNotLast(template, 'C') || isNotLast(template, '*')) {
            return pattern + "C and * may only stand at the end of " + template;
        }
        if (meaning != Meaning.DISCOUNT && count(template, "I.") == 0) {
            return pattern + template + " has no place I for the item";
        }
        if (decimals == null ? meaning != Meaning.PRICE : decimals < 0 || decimals > MAX_DECIMALS) {
            return pattern + "the value needs 0 to " + MAX_DECIMALS + " decimals";
        }
        return null;
    }

    private static boolean isNotLast(String template, char place) {
        int at = template.indexOf(place);
        return at >= 0 && at < template.length() - 1;
    }

    private static int count(String template, String places) {
        int count = 0;
        for (int i = 0; i < template.length(); i++) {
            if (places.indexOf(template.charAt(i)) >= 0) {
                count++;
            }
        }
        return count;
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
