package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.text.Texts;

class PrintedPagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void everyRoleHasAPageThatNamesFunctionsAsTheirKeysDo(String language) throws Exception {
        Texts texts = Texts.of(language);
        for (String role : PagesCommand.ROLES) {
            String page = PagesCommand.page(role, texts);
            assertThat(page).contains("lang=\"" + language + "\"", "<h1>", "<footer>");
            assertThat(Pattern.compile("\\{[A-Z_0-9]+}").matcher(page).find())
                    .as("a key that was left open in " + role)
                    .isFalse();
        }
        assertThat(PagesCommand.page("cashier", texts))
                .contains("<b>" + FunctionId.RETURN.key(texts).label() + "</b> <kbd>F5</kbd>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void theSheetHasEveryFunctionWithItsBars(String language) throws Exception {
        Texts texts = Texts.of(language);
        String sheet = BarcodesCommand.sheet(texts);
        assertThat(Pattern.compile("<svg").matcher(sheet).results()).hasSize(FunctionId.values().length);
        for (FunctionId id : FunctionId.values()) {
            assertThat(sheet).contains("<figcaption>" + id.key(texts).label() + "</figcaption>");
        }
    }
}
