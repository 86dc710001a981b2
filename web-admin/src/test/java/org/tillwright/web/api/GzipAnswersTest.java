package org.tillwright.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipAnswersTest {

    @ParameterizedTest(name = "{0} takes gzip: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            gzip, deflate | true
            GZIP          | true
            br;q=1, gzip;q=0.5 | true
            gzip;q=0      | false
            gzip;q=0.0    | false
            identity      | false
                          | false
            """)
    void whoTakesGzipGetsIt(String acceptEncoding, boolean takes) {
        assertThat(GzipAnswers.takesGzip(acceptEncoding)).isEqualTo(takes);
    }
}
