package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The frame around all pages: the way in and out, languages, light, and what becomes of a form when the session has ended. */
@ConsoleTest
class ShellPagesTest {

    private static final String PASSWORD_PAGE = "admin/account/password.xhtml";
    private static final String FORM_PAGE = "admin/catalogue/departments.xhtml?add=true";
    private static final String NAME = "#panel\\:name-en";

    @Test
    void whoSignsInComesToThePageThatWasWanted(SharedShop shop, ConsoleBrowser browser) throws IOException {
        browser.go(PASSWORD_PAGE).awaitText("Sign in");
        assertThat(browser.address()).contains("sign-in.xhtml?to=");
        browser.axe().screenshot("sign-in-light");
        signIn(shop, browser);
        assertThat(browser.address()).contains(PASSWORD_PAGE).doesNotContain("kept");
        browser.awaitText("My password").axe().screenshot("password-light");
        browser.pressAt("#me summary").axe().screenshot("menu-light");
        assertThat(browser.text()).contains("Wren & Rye Food Shop");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldInOneSentenceAndTheNumberStays(ConsoleBrowser browser) {
        browser.go("sign-in.xhtml").fill("Operator number", "77").fill("Password", "not the password");
        browser.press("Sign in").awaitText("The number or the password is wrong. Try again.");
        assertThat(browser.field("Operator number").getAttribute("value")).isEqualTo("77");
        assertThat(browser.field("Password").getAttribute("value")).isEmpty();
        browser.axe().screenshot("sign-in-refused");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void whoSignsOutIsOut(SharedShop shop, ConsoleBrowser browser) throws IOException {
        signIn(shop, browser.go(PASSWORD_PAGE));
        browser.pressAt("#me summary").press("Sign out").awaitText("For supervisors and managers.");
        browser.go(PASSWORD_PAGE);
        assertThat(browser.address()).contains("sign-in.xhtml");
        browser.driver().navigate().back();
        browser.rest();
        assertThat(browser.text()).doesNotContain("My password");
    }

    @Test
    void languageAndLightAreSwitchedAndStayWithThePerson(SharedShop shop, ConsoleBrowser browser) throws IOException {
        signIn(shop, browser.go(PASSWORD_PAGE));
        try {
            browser.pressAt("#me summary").press("Dansk").awaitText("Min adgangskode");
            browser.pressAt("#me summary").press("Mørkt").awaitText("Min adgangskode");
            assertThat(browser.find("html").getAttribute("data-theme")).isEqualTo("dark");
            browser.axe().screenshot("password-dark-da");
            browser.pressAt("#me summary").press("Українська").awaitText("Мій пароль");
            browser.pressAt("#me summary").axe().screenshot("menu-dark-uk");
            browser.forget();
            signIn(shop, browser.go(PASSWORD_PAGE)).awaitText("Мій пароль");
            assertThat(browser.find("html").getAttribute("lang")).isEqualTo("uk");
            assertThat(browser.consoleErrors()).isEmpty();
        } finally {
            browser.go(PASSWORD_PAGE).pressAt("#me summary").press("English").awaitText("My password");
            browser.pressAt("#me summary").press("As the device").awaitText("My password");
        }
    }

    @Test
    void theSignInPageSpeaksTheReadersLanguage(ConsoleBrowser browser) {
        browser.dark().language("uk").go("sign-in.xhtml").awaitText("Номер працівника");
        browser.axe().screenshot("sign-in-dark-uk");
        browser.press("Dansk").awaitText("Personalenummer");
        browser.go("sign-in.xhtml").awaitText("Personalenummer");
    }

    @Test
    void whatWasEnteredIsThereAgainWhenTheSessionEndedInMidForm(SharedShop shop, ConsoleBrowser browser)
            throws IOException {
        signIn(shop, browser.go(FORM_PAGE));
        browser.find(NAME).sendKeys("Ice cream");
        browser.driver().manage().deleteCookieNamed("tillwright");
        browser.press("Save").awaitText("Operator number");
        signIn(shop, browser).awaitText("What you had entered is back");
        assertThat(browser.address()).contains(FORM_PAGE).doesNotContain("kept");
        assertThat(browser.find(NAME).getAttribute("value")).isEqualTo("Ice cream");

        browser.driver().manage().deleteCookieNamed("JSESSIONID");
        browser.find(NAME).sendKeys(" and sorbet");
        browser.press("Save").awaitText("What you had entered is back");
        assertThat(browser.find(NAME).getAttribute("value")).isEqualTo("Ice cream and sorbet");
        browser.axe().screenshot("kept");
    }

    @Test
    void theKeyboardIsEnough(SharedShop shop, ConsoleBrowser browser) throws IOException {
        browser.go("sign-in.xhtml?to=/" + PASSWORD_PAGE);
        browser.type("1", Keys.TAB, shop.passwordOf("1"), Keys.ENTER).awaitText("My password");
        browser.type(Keys.TAB);
        assertThat(focused(browser)).isEqualTo("Skip to the content");
        browser.type(Keys.chord(Keys.CONTROL, "k")).type("quara");
        browser.awaitText("Quarantine").type(Keys.ARROW_DOWN);
        browser.screenshot("search");
        browser.type(Keys.ENTER);
        browser.await("the page that was found", () -> browser.address().contains("quarantine"));

        browser.go(PASSWORD_PAGE);
        browser.driver().executeScript("document.querySelector('#me summary').focus()");
        browser.type(Keys.ENTER).awaitText("Sign out").type(Keys.ESCAPE);
        assertThat(browser.text()).doesNotContain("Sign out");
    }

    @Test
    void aPhoneIsWideEnough(SharedShop shop, ConsoleBrowser browser) throws IOException {
        signIn(shop, browser.size(360, 740).go(PASSWORD_PAGE));
        assertThat(width(browser)).isEqualTo(360);
        assertThat(browser.text()).doesNotContain("Catalogue");
        browser.axe().screenshot("password-360");
        browser.pressAt("#side-toggle").awaitText("Catalogue").axe().screenshot("places-360");
        browser.type(Keys.ESCAPE).awaitNoText("Catalogue");
        browser.pressAt("#me summary");
        assertThat(width(browser)).isEqualTo(360);
        browser.axe().screenshot("menu-360");
    }

    @Test
    void thePlacesFoldToIconsAndStayFolded(SharedShop shop, ConsoleBrowser browser) throws IOException {
        signIn(shop, browser.go(PASSWORD_PAGE));
        int wide = places(browser).getWidth();
        browser.pressAt("#side-toggle").go(PASSWORD_PAGE);
        assertThat(places(browser).getWidth()).isLessThan(wide / 2);
        browser.axe().screenshot("folded");
        browser.pressAt("#side-toggle");
        assertThat(places(browser).getWidth()).isEqualTo(wide);
    }

    @Test
    void whatIsNotThereAndWhatIsWrongIsSaidInTheProductsLook(SharedShop shop, ConsoleBrowser browser)
            throws IOException {
        signIn(shop, browser.go(PASSWORD_PAGE));
        browser.go("admin/no/such.xhtml")
                .awaitText("There is nothing here")
                .axe()
                .screenshot("not-found");
        browser.consoleErrors();
        browser.go(PASSWORD_PAGE).fill("Present password", "wrong one here");
        browser.fill("New password", "short").fill("New password again", "short");
        browser.press("Change password").awaitText("A password has 10 to 100 characters");
        browser.axe().screenshot("refused");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private static ConsoleBrowser signIn(SharedShop shop, ConsoleBrowser browser) throws IOException {
        return browser.signIn("1", shop.passwordOf("1"));
    }

    private static String focused(ConsoleBrowser browser) {
        return browser.driver().switchTo().activeElement().getText();
    }

    private static long width(ConsoleBrowser browser) {
        return (Long)
                Objects.requireNonNull(browser.driver().executeScript("return document.documentElement.scrollWidth"));
    }

    private static Dimension places(ConsoleBrowser browser) {
        return browser.find("#side").getSize();
    }
}
