package org.tillwright.web.admin.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.report.content.ReportId;

/** The words of the pages for reports and stock. */
class ReportsWordsTest {

    @ParameterizedTest
    @CsvSource({"reports, da", "reports, uk", "stock, da", "stock, uk"})
    void everyLanguageHasEveryText(String capability, String language) throws IOException {
        assertThat(keys(capability, language)).isEqualTo(keys(capability, "en"));
    }

    @ParameterizedTest
    @CsvSource({"en", "da", "uk"})
    void everyReportHasANameAndAnExplanation(String language) throws IOException {
        for (ReportId id : ReportId.ofDays()) {
            assertThat(keys("reports", language)).contains("reports.name." + id.label(), "reports.what." + id.label());
        }
    }

    /** Languages count differently, so how many of something is one text here. */
    private static SortedSet<String> keys(String capability, String language) throws IOException {
        String file = "/org/tillwright/web/admin/" + capability + "/words_" + language + ".properties";
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ReportsWordsTest.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words.stringPropertyNames().stream()
                .map(key -> key.replaceAll("\\.(one|few|many|other)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
