package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;
import org.tillwright.core.money.Quantity;
import org.tillwright.wire.SaleMessage;

/** Proves the tool with which pages are proven, on the page that everybody may see. */
@ConsoleTest
class ConsoleBrowserTest {

    private static final String MILK = "2413000000112";

    @Test
    void theFrontPageIsReadableByEverybodyInLightAndDark(ConsoleBrowser browser) throws IOException {
        browser.go("").awaitText("This store server is running.").axe();
        int light = corner(browser.screenshot("front-light"));
        browser.dark().go("").axe();
        int dark = corner(browser.screenshot("front-dark"));
        assertThat(light).as("the two looks differ").isNotEqualTo(dark);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aPathIsFoundUnderTheServersAddress(ConsoleBrowser browser) {
        browser.go("api/v1/").awaitText("Tillwright");
        browser.go("/front.css").awaitText("font");
    }

    @Test
    void aNarrowWindowIsAsNarrowAsAsked(ConsoleBrowser browser) throws IOException {
        Path picture = browser.size(360, 740).go("").screenshot("front-360");
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(360);
    }

    @Test
    void theLanguageAskedForIsTheOneSent(ConsoleBrowser browser) {
        browser.language("uk").go("");
        assertThat(((JavascriptExecutor) browser.driver()).executeScript("return navigator.language"))
                .isEqualTo("uk");
    }

    @Test
    void aPageThatSomebodyCannotUseIsNamedWithItsPlace(ConsoleBrowser browser) {
        browser.go("");
        browser.driver().executeScript("document.body.append(document.createElement('input'))");
        assertThatThrownBy(browser::axe)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("label (critical)")
                .hasMessageContaining("<input>");
    }

    @Test
    void whatTheSecurityPolicyForbidsIsHeard(ConsoleBrowser browser) {
        browser.go("");
        browser.driver()
                .executeScript("document.body.append(Object.assign(document.createElement('script'),"
                        + " {textContent: 'window.wasRun = true'}))");
        assertThat(browser.consoleErrors()).anyMatch(message -> message.contains("Content Security Policy"));
    }

    @Test
    void aFieldIsFoundByItsLabelAndAButtonByItsName(ConsoleBrowser browser) {
        browser.go("");
        browser.driver()
                .executeScript("document.body.innerHTML = '<label for=\"name\">Name *</label><input id=\"name\">"
                        + "<button type=\"button\">Save</button>';"
                        + "document.querySelector('button').onclick = () => document.body.append('Saved ' +"
                        + " document.querySelector('input').value)");
        browser.fill("Name", "Milk").press("Save").awaitText("Saved Milk");
    }

    @Test
    void theShopsTillSellsAndNothingIsDisputed(SharedShop shop) throws Exception {
        shop.till().open();
        long before = shop.till().totals().totalMinor();
        SaleMessage two = shop.till().sell(MILK, MILK);
        long total = two.totalMinor()
                + shop.till().takeBack(two, 1, new Quantity(1000)).totalMinor();
        assertThat(total).isPositive();
        assertThat(shop.till().totals().totalMinor() - before).isEqualTo(total);
    }

    private static int corner(Path picture) throws IOException {
        return ImageIO.read(picture.toFile()).getRGB(2, 2);
    }
}
