package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for reports and stock, as the person uses them who closes the day. */
@ConsoleTest
class ReportsPagesTest {

    private static final String MANAGER = "1";
    private static final String MILK = "2413000000112";

    @Test
    void aReportIsShownAndCanBePrintedAndKept(ConsoleBrowser browser, SharedShop shop) throws Exception {
        shop.till().open();
        shop.till().sell(MILK);
        browser.go("admin/reports/reports.xhtml").signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.go("admin/reports/reports.xhtml").awaitText("What was sold, by hour");
        browser.await("the first page", () -> browser.find("#page").isDisplayed());
        assertThat(browser.find("#print").getDomAttribute("href")).contains("name=sales-of-day", "as=print");
        browser.axe().screenshot("reports-light");
        browser.press("Yesterday").awaitText("Reports");
        assertThat(browser.address()).contains("from=");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void daysInTheWrongOrderAreToldOnThePage(ConsoleBrowser browser, SharedShop shop) throws Exception {
        browser.go("admin/reports/reports.xhtml").signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.go("admin/reports/reports.xhtml?name=sales-of-day&from=2026-03-02&to=2026-03-01")
                .awaitText("The last day is before the first.")
                .axe();
        assertThat(browser.findAll("#print")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales-of-day", "till-report", "stock-on-hand"})
    void everyReportHasItsPageInTheDarkAndInDanish(String name, ConsoleBrowser browser, SharedShop shop)
            throws Exception {
        browser.dark().language("da").go("admin/reports/reports.xhtml").signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.go("admin/reports/reports.xhtml?name=" + name);
        browser.await("the first page", () -> browser.find("#page").isDisplayed());
        browser.axe().screenshot("reports-" + name + "-dark-da");
    }

    @Test
    void aCountIsBookedAndSeenAmongTheMovements(ConsoleBrowser browser, SharedShop shop) throws Exception {
        browser.go("admin/stock/stock.xhtml").signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.go("admin/stock/stock.xhtml?q=BANANAS")
                .awaitText("Bananas")
                .axe()
                .screenshot("stock-light");
        browser.go("admin/stock/stock.xhtml?q=bananas&item=bananas").awaitText("Movements");
        browser.fill("On hand now", "seven").press("Book the count").awaitText("Enter what is there as a figure");
        browser.fill("On hand now", "7.25").press("Book the count").awaitText("7.25\u00a0kg on hand.");
        browser.awaitText("Counted").axe().screenshot("stock-item-light");
        browser.size(360, 740).screenshot("stock-item-360");
        assertThat(browser.consoleErrors()).isEmpty();
    }
}
