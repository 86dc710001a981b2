package org.tillwright.system;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;

/** The same figures as two parties have them, side by side. */
final class Comparison {

    private static final String ROW = "%-24s %12s %12s%n";

    private final StringBuilder text = new StringBuilder(ROW.formatted("", "register", "server"));
    private final List<String> differences = new ArrayList<>();

    void count(String name, long register, long server) {
        row(name, Long.toString(register), Long.toString(server));
    }

    /** Two amounts in minor units of one currency. */
    void amount(String name, Currency currency, long registerMinor, long serverMinor) {
        row(name, text(currency, registerMinor), text(currency, serverMinor));
    }

    private static String text(Currency currency, long minor) {
        return new Money(currency, minor).decimal().toPlainString();
    }

    private void row(String name, String register, String server) {
        text.append(ROW.formatted(name, register, server));
        if (!register.equals(server)) {
            differences.add(name + " " + register + " and " + server);
        }
    }

    /** What differs, a phrase each; empty when all is equal. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    String text() {
        return text.toString();
    }
}
