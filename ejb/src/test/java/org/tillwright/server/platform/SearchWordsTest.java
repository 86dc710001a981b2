package org.tillwright.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void whatIsStoredAndWhatIsTypedAreCutTheSameWay() {
        assertThat(SearchWords.ofTexts(
                        List.of("R\u00f8dgr\u00f8d, 500 g", "\u043c'\u044f\u0442\u0430", "04006381333931")))
                .containsExactly("4006381333931", "500", "g", "rodgrod", "\u043c\u044f\u0442\u0430");
        assertThat(SearchWords.ofSearch("RODGR\u00d8D \u041c\u2019\u044f\u0442\u0430 %"))
                .containsExactly("rodgrod", "\u043c\u044f\u0442\u0430");
    }

    @Test
    void theRarestWordComesFirst() {
        Map<String, Long> found = Map.of("bread", 900L, "rye", 40L, "dark", 300L);
        assertThat(SearchWords.rarestFirst("dark rye bread", found::get)).containsExactly("rye", "dark", "bread");
    }

    @Test
    void oneWordIsComparedWithNone() {
        assertThat(SearchWords.rarestFirst("bread", word -> {
                    throw new AssertionError(word);
                }))
                .containsExactly("bread");
    }
}
