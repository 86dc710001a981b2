package org.tillwright.web.admin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class AuditCsvTest {

    @Test
    void whatASpreadsheetWouldComputeIsMadeText() {
        assertThat(AuditCsv.written("=HYPERLINK(\"http://evil\")")).isEqualTo("\"'=HYPERLINK(\"\"http://evil\"\")\"");
        assertThat(AuditCsv.written("+1")).isEqualTo("'+1");
        assertThat(AuditCsv.written("-1")).isEqualTo("'-1");
        assertThat(AuditCsv.written("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(AuditCsv.written("\t=1")).isEqualTo("'\t=1");
        assertThat(AuditCsv.written("  =1")).isEqualTo("'  =1");
        assertThat(AuditCsv.written("＝1")).isEqualTo("'＝1");
    }

    @Test
    void fieldsAreQuotedWhenTheyMustBe() {
        assertThat(AuditCsv.written("Anna")).isEqualTo("Anna");
        assertThat(AuditCsv.written("Anna, \"the boss\"")).isEqualTo("\"Anna, \"\"the boss\"\"\"");
        assertThat(AuditCsv.written("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(AuditCsv.written(null)).isEmpty();
        assertThat(AuditCsv.written("")).isEmpty();
    }

    @Test
    void aRowEndsAsTheStandardSays() throws IOException {
        StringWriter out = new StringWriter();
        new AuditCsv(out).row(AuditCsv.fields("a", null, "b"));
        assertThat(out).hasToString("a,,b\r\n");
    }
}
