package org.tillwright.web.admin.setup;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as RFC 4180 has them, for spreadsheets. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it: operators and items have names that somebody chose.
 */
final class AuditCsv {

    private final Writer out;

    AuditCsv(Writer out) {
        this.out = out;
    }

    /** Makes a row of fields, some of which may be empty. */
    static List<@Nullable String> fields(@Nullable String... fields) {
        return Arrays.asList(fields);
    }

    void row(List<? extends @Nullable String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(written(fields.get(i)));
        }
        out.write("\r\n");
    }

    static String written(@Nullable String field) {
        if (field == null || field.isEmpty()) {
            return "";
        }
        String text = isFormula(field) ? "'" + field : field;
        boolean quoted = text.chars().anyMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** True for what spreadsheets compute; also behind blanks and tabs, which some of them pass over. */
    private static boolean isFormula(String field) {
        String begin = field.stripLeading();
        char first = field.charAt(0);
        return first == '\t' || first == '\r' || (!begin.isEmpty() && "=+-@＝＋－＠".indexOf(begin.charAt(0)) >= 0);
    }
}
