package org.tillwright.server.settlement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Fault;

/**
 * How the columns of an acquirer's file are called, and how it writes amounts and days: docs/card-settlement.md. Written as
 * {@code amount = Gross amount}, one a line or with semicolons between them.
 */
final class PayoutColumns {

    static final int MOST_CHARACTERS = 2_000;

    /** What a column can hold; a file calls it the same unless it is said otherwise. */
    enum Column {
        KIND,
        AMOUNT,
        FEE,
        NET,
        CURRENCY,
        TERMINAL,
        AUTHORIZATION,
        TRACE,
        REFERENCE,
        SCHEME,
        DATE,
        PAYOUT,
        PAID_ON;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static @Nullable Column find(String word) {
            for (Column column : values()) {
                if (column.word().equals(word)) {
                    return column;
                }
            }
            return null;
        }
    }

    private static final String KIND_PREFIX = "kind.";

    private final Map<Column, String> names = new EnumMap<>(Column.class);
    private final Map<String, PayoutKind> kinds = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private char decimal = '.';
    private boolean isFeeWithMinus;
    private DateTimeFormatter days = pattern("uuuu-MM-dd");

    private PayoutColumns() {
        for (Column column : Column.values()) {
            names.put(column, column.word());
        }
        for (PayoutKind kind : PayoutKind.values()) {
            kinds.put(kind.name().toLowerCase(Locale.ROOT), kind);
        }
    }

    static PayoutColumns of(String text) {
        PayoutColumns columns = new PayoutColumns();
        if (text.length() > MOST_CHARACTERS) {
            columns.fault("has more than " + MOST_CHARACTERS + " characters");
            return columns;
        }
        for (String entry : text.split("[;\n]", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                columns.read(
                        entry.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        entry.substring(equals + 1).strip());
            } else if (!entry.isBlank()) {
                columns.fault("has \"" + entry.strip() + "\"; write name = column, such as amount = Gross");
            }
        }
        return columns;
    }

    private void read(String name, String value) {
        Column column = Column.find(name);
        if (value.isEmpty()) {
            fault("says nothing after " + name + " =");
        } else if (column != null) {
            names.put(column, value);
        } else if (name.startsWith(KIND_PREFIX)) {
            readKind(name.substring(KIND_PREFIX.length()), value);
        } else if (name.equals("decimal") && (value.equals(",") || value.equals("."))) {
            decimal = value.charAt(0);
        } else if (name.equals("fees") && (value.equals("plus") || value.equals("minus"))) {
            isFeeWithMinus = value.equals("minus");
        } else if (name.equals("days")) {
            readDays(value);
        } else {
            fault("has " + name + ", which is no column and no option of a payout file");
        }
    }

    /** Several words of the file may mean one kind: {@code kind.payment = Sale|Purchase}. */
    private void readKind(String name, String words) {
        PayoutKind kind = kinds.get(name);
        if (kind == null) {
            fault("has " + KIND_PREFIX + name + "; use kind.payment, refund, chargeback, fee or adjustment");
            return;
        }
        for (String word : words.split("\\|", -1)) {
            kinds.put(word.strip().toLowerCase(Locale.ROOT), kind);
        }
    }

    private void readDays(String value) {
        try {
            days = pattern(value.replace('y', 'u'));
        } catch (IllegalArgumentException e) {
            fault("has days = " + value + "; write it such as dd.MM.yyyy");
        }
    }

    private static DateTimeFormatter pattern(String letters) {
        return DateTimeFormatter.ofPattern(letters, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private void fault(String message) {
        faults.add(new Fault("columns", message));
    }

    String name(Column column) {
        return String.valueOf(names.get(column));
    }

    /** The kind that a word means; null for a word that means none. */
    @Nullable
    PayoutKind kind(String word) {
        return kinds.get(word.strip().toLowerCase(Locale.ROOT));
    }

    char decimal() {
        return decimal;
    }

    /** Whether the file writes what was kept with a minus. */
    boolean isFeeWithMinus() {
        return isFeeWithMinus;
    }

    /** @throws DateTimeException if it is no day as this file writes them */
    LocalDate day(String text) {
        return LocalDate.parse(text, days);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
