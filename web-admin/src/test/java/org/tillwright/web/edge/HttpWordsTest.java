package org.tillwright.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpWordsTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 413, 415, 418, 429, 500, 503})
    void everyRefusalHasACodeAndASentenceThatSaysWhatToDo(int status) {
        assertThat(HttpWords.code(status)).matches("[A-Z][A-Z_0-9']+");
        assertThat(HttpWords.detail(status)).matches("[A-Z].*\\.").doesNotContainIgnoringCase("error");
    }
}
