package org.tillwright.server.settlement;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.server.settlement.PayoutColumns.Column;
import org.tillwright.wire.CardNumbers;
import org.tillwright.wire.json.Fault;

/** Reads an acquirer's file, and tells everything that is wrong with it at once. */
final class PayoutCsv {

    /** Lines of one file; a chain's day, not a year. */
    static final int MOST_LINES = 50_000;

    private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]{1,12}(\\.[0-9]{1,4})?");
    private static final List<Column> NEEDED = List.of(Column.AMOUNT, Column.DATE);
    private static final int MOST_CODE = 40;
    private static final int MOST_REFERENCE = 60;

    private final PayoutColumns columns;
    private final String storesCurrency;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<PayoutLine> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private PayoutCsv(PayoutColumns columns, String storesCurrency) {
        this.columns = columns;
        this.storesCurrency = storesCurrency;
    }

    static PayoutRead read(String text, PayoutColumns columns, String storesCurrency) {
        PayoutCsv reader = new PayoutCsv(columns, storesCurrency);
        reader.faults.addAll(columns.faults());
        List<CsvRows.CsvRow> rows = CsvRows.of(text, MOST_LINES + 1);
        if (rows.size() < 2) {
            reader.fault(1, "holds no line below its heading");
        } else if (rows.size() > MOST_LINES + 1) {
            reader.fault(1, "has more than " + MOST_LINES + " lines; split the file");
        } else if (reader.heading(rows.get(0).fields())) {
            rows.subList(1, rows.size()).forEach(reader::line);
        }
        return new PayoutRead(PayoutRead.Format.CSV, reader.lines, reader.faults);
    }

    private boolean heading(List<String> names) {
        for (Column column : Column.values()) {
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equalsIgnoreCase(columns.name(column))) {
                    places.putIfAbsent(column, i);
                }
            }
        }
        for (Column column : NEEDED) {
            if (!places.containsKey(column)) {
                fault(
                        1,
                        "has no column called " + columns.name(column) + " (" + column.word() + "); say in the columns"
                                + " how it is called");
            }
        }
        return faults.isEmpty();
    }

    private void line(CsvRows.CsvRow row) {
        if (faults.size() >= PayoutRead.MOST_FAULTS) {
            return;
        }
        int before = faults.size();
        Currency currency = currency(row);
        PayoutKind told = kind(row);
        Long amount = currency == null ? null : amount(row, Column.AMOUNT, currency);
        Long fee = currency == null ? null : amount(row, Column.FEE, currency);
        LocalDate day = day(row, Column.DATE);
        LocalDate paidOn = day(row, Column.PAID_ON);
        if (currency != null && amount != null && day != null && faults.size() == before) {
            add(row, currency, told, amount, fee == null ? 0 : fee, day, paidOn);
        } else if (faults.size() == before) {
            fault(row.line(), "says no " + (amount == null ? "amount" : "day"));
        }
    }

    /** Files that write refunds without a minus name their kind; a fee's amount is its fee, with or without a minus. */
    private void add(
            CsvRows.CsvRow row,
            Currency currency,
            @Nullable PayoutKind told,
            long amount,
            long fee,
            LocalDate day,
            @Nullable LocalDate paidOn) {
        PayoutKind kind = told == null ? (amount < 0 ? PayoutKind.REFUND : PayoutKind.PAYMENT) : told;
        long gross =
                switch (kind) {
                    case REFUND, CHARGEBACK -> -Math.abs(amount);
                    case FEE -> 0;
                    case PAYMENT, ADJUSTMENT -> amount;
                };
        Long net = amount(row, Column.NET, currency);
        long kept = kind == PayoutKind.FEE ? Math.abs(fee == 0 ? amount : fee) : kept(fee, gross, net);
        if (net != null && net != gross - kept) {
            fault(
                    row.line(),
                    "does not add up: " + gross + " less a fee of " + kept + " is not " + net + " in minor units");
            return;
        } else if (kind == PayoutKind.PAYMENT && gross <= 0) {
            fault(row.line(), "is a payment of nothing or less");
            return;
        } else if (kind == PayoutKind.PAYMENT && kept < 0 && net == null) {
            fault(
                    row.line(),
                    "has a fee below zero; say fees = minus in the columns if this file writes fees so, or name the net");
            return;
        }
        lines.add(new PayoutLine(
                row.line(),
                kind,
                currency.code(),
                gross,
                kept,
                code(row, Column.TERMINAL, MOST_CODE),
                code(row, Column.AUTHORIZATION, MOST_CODE),
                code(row, Column.TRACE, MOST_CODE),
                code(row, Column.REFERENCE, MOST_REFERENCE),
                code(row, Column.SCHEME, MOST_CODE),
                day,
                code(row, Column.PAYOUT, MOST_REFERENCE),
                paidOn));
    }

    /** Some files write what was kept with a minus; where a net stands beside it, that tells. */
    private long kept(long fee, long gross, @Nullable Long net) {
        long kept = columns.isFeeWithMinus() ? -fee : fee;
        return net != null && net != gross - kept && net == gross + kept ? -kept : kept;
    }

    private @Nullable Currency currency(CsvRows.CsvRow row) {
        String text = text(row, Column.CURRENCY);
        Currency currency = Currency.find(text.isEmpty() ? storesCurrency : text.toUpperCase(Locale.ROOT));
        if (currency == null) {
            fault(row.line(), "has the currency " + shown(text) + ", which is none");
        }
        return currency;
    }

    private @Nullable PayoutKind kind(CsvRows.CsvRow row) {
        String text = text(row, Column.KIND);
        PayoutKind kind = columns.kind(text);
        if (!text.isEmpty() && kind == null) {
            fault(
                    row.line(),
                    "is a " + shown(text) + "; say in the columns which kind that is, such as kind.payment = "
                            + shown(text));
        }
        return kind;
    }

    private @Nullable Long amount(CsvRows.CsvRow row, Column column, Currency currency) {
        String text = text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        char thousands = columns.decimal() == ',' ? '.' : ',';
        String plain = text.replace(String.valueOf(thousands), "")
                .replaceAll("[\\s\u00a0\u202f'’]", "")
                .replace('\u2212', '-')
                .replace(columns.decimal(), '.');
        if (PLAIN.matcher(plain).matches()) {
            BigDecimal minor = new BigDecimal(plain).movePointRight(currency.digits());
            if (minor.stripTrailingZeros().scale() <= 0) {
                return minor.longValueExact();
            }
        }
        fault(
                row.line(),
                "has " + column.word() + " " + shown(text) + ", which is no amount of " + currency.code()
                        + "; decimal = " + (columns.decimal() == ',' ? "." : ",") + " in the columns may help");
        return null;
    }

    private @Nullable LocalDate day(CsvRows.CsvRow row, Column column) {
        String text = text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return columns.day(text);
        } catch (DateTimeException e) {
            fault(
                    row.line(),
                    "has " + column.word() + " " + shown(text) + ", which is no day as days = in the columns says");
            return null;
        }
    }

    private @Nullable String code(CsvRows.CsvRow row, Column column, int most) {
        String text = text(row, column);
        if (text.length() > most) {
            fault(row.line(), "has " + column.word() + " " + shown(text) + ", longer than " + most + " characters");
        }
        return text.isEmpty() || text.length() > most ? null : CardNumbers.masked(text);
    }

    private String text(CsvRows.CsvRow row, Column column) {
        Integer place = places.get(column);
        return place == null || place >= row.fields().size() ? "" : row.fields().get(place);
    }

    private static String shown(String text) {
        String safe = CardNumbers.masked(text);
        return "\"" + (safe.length() > 30 ? safe.substring(0, 30) + "…" : safe) + "\"";
    }

    private void fault(int line, String message) {
        if (faults.size() < PayoutRead.MOST_FAULTS) {
            faults.add(new Fault("line " + line, message));
        }
    }
}
