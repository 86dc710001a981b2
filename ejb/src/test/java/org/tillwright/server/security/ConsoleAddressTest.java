package org.tillwright.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleAddressTest {

    private static final String ITEM = "/admin/catalogue/items.xhtml?item=7&tab=price";

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin/today/today.xhtml", ITEM, "/admin/people/people.xhtml?name=%D0%90%D0%BD%D0%BD%D0%B0"})
    void aPageOfTheConsoleIsWhereOneMayGo(String page) {
        assertThat(ConsoleAddress.local(page)).contains(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://elsewhere.example/admin/today.xhtml",
                "//elsewhere.example/admin/today.xhtml",
                "/\\elsewhere.example/admin/today.xhtml",
                "/admin//elsewhere.example/today.xhtml",
                "/admin/../../elsewhere.xhtml",
                "/admin/..%2f..%2felsewhere.xhtml",
                "/admin/today/today.xhtml\r\nSet-Cookie: a=b",
                "/admin/today/today.xhtml?a=\"><script>",
                "/admin/today/today.xhtml#there",
                "/sign-in.xhtml",
                "/api/v1/",
                "javascript:alert(1)",
                "admin/today/today.xhtml"
            })
    void anythingElseIsNot(String address) {
        assertThat(ConsoleAddress.local(address)).isEmpty();
    }

    @Test
    void anAddressHasALimit() {
        assertThat(ConsoleAddress.local("/admin/today/today.xhtml?a=" + "b".repeat(2_000)))
                .isEmpty();
        assertThat(ConsoleAddress.local(null)).isEmpty();
    }

    @Test
    void theSignInPageKnowsWhereToComeBackTo() {
        assertThat(ConsoleAddress.signIn("", ITEM, null))
                .isEqualTo("/sign-in.xhtml?to=%2Fadmin%2Fcatalogue%2Fitems.xhtml%3Fitem%3D7%26tab%3Dprice");
        assertThat(ConsoleAddress.signIn("/till", "/admin/live", null)).isEqualTo("/till/sign-in.xhtml");
    }

    @Test
    void aFormComesBackToThePageThatItWasOnWithItsParameters() {
        String form = "/admin/catalogue/items.xhtml";
        assertThat(ConsoleAddress.signIn("/till", form, "https://shop.example/till" + ITEM))
                .isEqualTo("/till" + ConsoleAddress.signIn("", ITEM, null));
        for (String other : new String[] {
            "https://shop.example/till/admin/people/people.xhtml?operator=1", "https://shop.example" + ITEM, "::", ""
        }) {
            assertThat(ConsoleAddress.signIn("/till", form, other))
                    .as("from %s", other)
                    .isEqualTo("/till" + ConsoleAddress.signIn("", form, null));
        }
    }
}
