package org.tillwright.register.device.jpos.unit;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jpos.JposException;
import jpos.POSPrinterConst;

/**
 * The character sets of a printer or a display, and which of them holds a text. A service that does not turn letters into its
 * set by itself is sent plain ASCII only: what it makes of other letters is not laid down.
 */
final class Letters {

    private static final int UNICODE = POSPrinterConst.PTR_CS_UNICODE;
    private static final int ASCII = POSPrinterConst.PTR_CS_ASCII;

    private final Map<Integer, CharsetEncoder> sets = new LinkedHashMap<>();
    private final Power.Setting setting;
    private int now;

    /**
     * @param list the service's {@code CharacterSetList}
     * @param now the set that is in force
     * @param areMapped true if the service turns Unicode into the set in force
     */
    Letters(String list, int now, boolean areMapped, Power.Setting setting) {
        this.now = now;
        this.setting = setting;
        List<Integer> numbers = new ArrayList<>(PrinterAbilities.numbers(list));
        if (numbers.remove((Integer) UNICODE)) {
            numbers.add(0, UNICODE); // it holds everything
        }
        if (areMapped) {
            numbers.remove((Integer) ASCII);
            numbers.forEach(number -> charset(number).ifPresent(set -> sets.put(number, set.newEncoder())));
        } else if (numbers.contains(UNICODE)) {
            sets.put(UNICODE, StandardCharsets.UTF_8.newEncoder());
        }
    }

    /**
     * Turns a device to the one set that it stays with, and returns what that set holds: everything, or else what it is set to,
     * or else the first of its list.
     */
    static Charset best(String list, int now, boolean areMapped, Power.Setting setting) {
        List<Integer> numbers = PrinterAbilities.numbers(list);
        var tried = new ArrayList<Integer>();
        if (numbers.contains(UNICODE)) {
            tried.add(UNICODE);
        }
        if (areMapped) {
            tried.add(now);
            tried.addAll(numbers);
        }
        for (int number : tried) {
            Optional<Charset> letters = charset(number);
            if (number != ASCII && letters.isPresent() && (number == now || Ability.done(() -> setting.set(number)))) {
                return letters.get();
            }
        }
        return StandardCharsets.US_ASCII;
    }

    private static Optional<Charset> charset(int number) {
        if (number == UNICODE) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (number == POSPrinterConst.PTR_CS_ANSI) {
            return Optional.of(Charset.forName("windows-1252"));
        }
        String padded = number < 100 ? "0" + number : Integer.toString(number);
        for (String name : List.of("IBM" + padded, "IBM00" + padded, "windows-" + number, "x-windows-" + number)) {
            if (Charset.isSupported(name)) {
                return Optional.of(Charset.forName(name));
            }
        }
        return Optional.empty();
    }

    /** True if a text can be printed as text, in one set or another. */
    boolean holds(String text) {
        return isAscii(text) || setFor(text).isPresent();
    }

    /** True if the set in force does not hold a text that another holds. */
    boolean mustTurn(String text) {
        return !isAscii(text) && setFor(text).orElse(now) != now;
    }

    /** Turns to a set that holds a text; plain letters are in every set. */
    void turnTo(String text) throws JposException {
        if (mustTurn(text)) {
            int wanted = setFor(text).orElse(now);
            setting.set(wanted);
            now = wanted;
        }
    }

    /** The set in force as long as it will do, otherwise the first in the service's list. */
    private Optional<Integer> setFor(String text) {
        CharsetEncoder current = sets.get(now);
        if (current != null && current.canEncode(text)) {
            return Optional.of(now);
        }
        return sets.entrySet().stream()
                .filter(each -> each.getValue().canEncode(text))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character >= ' ' && character < 0x7F);
    }
}
