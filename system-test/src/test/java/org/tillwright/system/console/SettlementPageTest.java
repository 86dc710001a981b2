package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.SaleParticulars.MoneyIn;

/** Payout files as a manager uploads them, and what fits nothing. */
@ConsoleTest
class SettlementPageTest {

    private static final String MANAGER = "1";
    private static final String PAGE = "admin/transactions/settlement.xhtml";
    private static final String SEARCH = "Look for a tender by code, trace, terminal or receipt";
    private static final String CHOICES = "#matching\\:tender option";

    @TempDir
    Path directory;

    @Test
    void aFileIsUploadedWhatFitsNothingIsListedAndAManagerSettlesIt(SharedShop shop, ConsoleBrowser browser)
            throws Exception {
        shop.till().book(byCard(shop, 1_250, "SET001", "901"));
        shop.till().book(byCard(shop, 890, "SET002", "902"));
        String day = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).toString();
        Path file = directory.resolve("acquirer-march.csv");
        Files.writeString(
                file,
                "kind,amount,fee,terminal,authorization,trace,date\npayment,12.50,0.15,T-77,SET001,901," + day
                        + "\npayment,9.00,0.10,T-77,SET002,902," + day + "\npayment,77.70,0.80,T-77,STRANGE<b>,955,"
                        + day
                        + "\n",
                StandardCharsets.UTF_8);

        browser.forget().signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.size(1280, 1000).go(PAGE).axe();
        upload(browser, file);
        browser.awaitText("acquirer-march.csv is booked: 3 lines, 1 matched, 2 open.");
        assertThat(browser.text())
                .contains("No till took this.", "The tender with this code has another amount.", "STRANGE<b>", "77.70");
        browser.axe().screenshot("settlement");

        upload(browser, file);
        browser.awaitText("was uploaded before; nothing was booked again");

        browser.go(PAGE + "?text=STRANGE%3Cb%3E").awaitText("STRANGE<b>");
        browser.driver().findElement(By.cssSelector("#open\\:table a.row-link")).click();
        browser.awaitText("Match by hand").axe().screenshot("settlement-amount");
        browser.fill("Why", "the café next door’s terminal").press("Write off");
        browser.awaitText("Settled, and noted in your name.").awaitText("the café next door’s terminal");
        assertThat(browser.findAll("#open\\:table a.row-link")).isEmpty();
        aLineIsMatchedByHandAndThatIsTakenBack(browser);

        browser.dark().go(PAGE);
        try {
            browser.speak("Українська")
                    .awaitText("Розрахунки за картками")
                    .axe()
                    .screenshot("settlement-uk-dark");
            browser.light().speak("Dansk").awaitText("Kortafregning").axe();
        } finally {
            browser.speak("English");
        }
        browser.size(360, 800).go(PAGE).axe().screenshot("settlement-360");
        assertThat(browser.consoleErrors()).isEmpty();
        browser.size(1280, 1000);
    }

    private static void aLineIsMatchedByHandAndThatIsTakenBack(ConsoleBrowser browser) {
        browser.go(PAGE + "?text=SET002");
        browser.driver().findElement(By.cssSelector("#open\\:table a.row-link")).click();
        browser.awaitText("Match by hand");
        browser.fill(SEARCH, "no such receipt").press("Look").awaitText("No open tender of this kind was found.");
        browser.fill(SEARCH, "SET002").press("Look");
        browser.await("the tender to choose", () -> browser.findAll(CHOICES).size() == 1);
        assertThat(browser.find(CHOICES).getText()).contains("8.90", "SET002", "differs by", "0.10");
        browser.axe().screenshot("settlement-match");
        browser.fill("Why it is this tender", "a digit misread").press("Match");
        browser.awaitText("Matched by hand, and noted in your name.")
                .awaitText("Matched by hand; differs by")
                .awaitText("a digit misread");
        assertThat(browser.findAll("#open\\:table a.row-link")).isEmpty();
        browser.axe().screenshot("settlement-matched");
        browser.press("Undo").awaitText("Undone: the amount is open again.");
        browser.go(PAGE + "?text=SET002");
        assertThat(browser.findAll("#open\\:table a.row-link")).hasSize(1);
    }

    @Test
    void aFileWithFaultsIsTakenNotAtAllAndSaysThemAll(SharedShop shop, ConsoleBrowser browser) throws Exception {
        Path file = directory.resolve("broken.csv");
        Files.writeString(file, "amount,date\nmuch,2026-03-01\n1.00,tomorrow\n");
        browser.forget().signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.go(PAGE);
        upload(browser, file);
        browser.awaitText("Nothing of broken.csv was taken").awaitText("line 2").awaitText("line 3");
        browser.axe().screenshot("settlement-faults");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private static void upload(ConsoleBrowser browser, Path file) {
        browser.field("File of the acquirer (CSV) or the bank (camt.053, camt.054)")
                .sendKeys(file.toString());
        browser.press("Upload");
    }

    /** A tip alone, so that no goods are needed for an amount. */
    private static SaleMessage byCard(SharedShop shop, long minor, String code, String trace) throws Exception {
        Instant now = Instant.now();
        SaleMessage.Card card = new SaleMessage.Card("VISA", "1111", code, "T-77", trace);
        return new SaleMessage(
                UUID.randomUUID(),
                shop.till().snapshot().store().storeId(),
                shop.till().open(),
                "cashier-1",
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                now,
                now,
                shop.till().snapshot().store().currency(),
                List.of(),
                List.of(),
                List.of(new SaleMessage.Tender("CARD", minor, card)),
                0L,
                0L,
                0L,
                null,
                null,
                null,
                null,
                null,
                new SaleParticulars(null, null, List.of(new MoneyIn("TIP", null, minor)), null, null, null));
    }
}
