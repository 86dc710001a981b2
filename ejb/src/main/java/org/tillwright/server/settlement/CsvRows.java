package org.tillwright.server.settlement;

import java.util.ArrayList;
import java.util.List;

/** Takes comma-separated text apart (RFC 4180): fields in quotes may hold separators, line ends and doubled quotes. */
final class CsvRows {

    /**
     * One row.
     *
     * @param line where it begins in the file, from 1
     */
    record CsvRow(int line, List<String> fields) {

        CsvRow {
            fields = List.copyOf(fields);
        }

        boolean isBlank() {
            return fields.stream().allMatch(String::isBlank);
        }
    }

    private final String text;
    private final char separator;
    private final List<CsvRow> rows = new ArrayList<>();
    private int at;
    private int line = 1;

    private CsvRows(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** Reads rows that are not blank, and one more than {@code most} at most. The separator is the one that the heading has most of. */
    static List<CsvRow> of(String text, int most) {
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        CsvRows reader = new CsvRows(whole, separatorOf(whole));
        while (reader.at < whole.length() && reader.rows.size() <= most) {
            reader.row();
        }
        return List.copyOf(reader.rows);
    }

    private static char separatorOf(String text) {
        int end = text.indexOf('\n');
        String heading = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char each : new char[] {';', '\t'}) {
            best = count(heading, each) > count(heading, best) ? each : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private void row() {
        int begun = line;
        List<String> fields = new ArrayList<>();
        boolean isMore = true;
        while (isMore) {
            fields.add(field());
            isMore = at < text.length() && text.charAt(at) == separator;
            at += isMore ? 1 : 0;
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        CsvRow row = new CsvRow(begun, fields);
        if (!row.isBlank()) {
            rows.add(row);
        }
    }

    private String field() {
        StringBuilder field = new StringBuilder();
        boolean isQuoted = at < text.length() && text.charAt(at) == '"';
        at += isQuoted ? 1 : 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            boolean isDoubled = isQuoted && next == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
            if (isQuoted && next == '"' && !isDoubled) {
                at++;
                isQuoted = false;
            } else if (!isQuoted && (next == separator || next == '\n' || next == '\r')) {
                break;
            } else {
                field.append(next);
                line += next == '\n' ? 1 : 0;
                at += isDoubled ? 2 : 1;
            }
        }
        return field.toString().strip();
    }
}
