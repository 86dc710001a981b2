package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.tillwright.wire.SnapshotMessage;

/** The catalogue as a manager keeps it, and as the registers get it. */
@ConsoleTest
class CataloguePagesTest {

    private static final ZoneId SHOP = ZoneId.of("Europe/Berlin");

    private static final String ITEMS = "admin/catalogue/items.xhtml";
    private static final String SCRIPT = "<script>document.title = 'broken'</script><b>Rye</b>";

    @TempDir
    Path files;

    @Test
    void aNewPriceReachesTheRegister(SharedShop shop, ConsoleBrowser browser) throws Exception {
        manager(shop, browser).go(ITEMS);
        browser.fill("Search items by name, code or number", "rye rol").awaitText("1 item\n");
        browser.press("Rye roll").awaitText("Name in English");
        assertThat(browser.address()).endsWith("items.xhtml?item=roll-rye");
        browser.axe().fill("Price, EUR", "0.675");
        browser.press("Save").awaitText("Rye roll is saved.").axe();
        assertThat(inSnapshot(shop, "roll-rye").unitPriceMicro()).isEqualTo(675_000L);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aPriceThatIsNoneIsSaidAtItsFieldAndStays(SharedShop shop, ConsoleBrowser browser) throws Exception {
        Long before = inSnapshot(shop, "baguette").unitPriceMicro();
        manager(shop, browser).go(ITEMS + "?item=baguette");
        browser.fill("Price, EUR", "cheap").fill("Name in English", "");
        browser.fill("Name in Danish", "").fill("Name in Ukrainian", "");
        browser.press("Save").awaitText("Write the price in figures, such as 1.29.");
        assertThat(browser.field("Price, EUR").getDomProperty("value")).isEqualTo("cheap");
        browser.fill("Price, EUR", "1.90").press("Save");
        browser.awaitText("Give the item a name in at least one language.").axe();
        assertThat(inSnapshot(shop, "baguette").unitPriceMicro()).isEqualTo(before);
    }

    @Test
    void aPlannedPriceIsShownAndTakenBackAndAPastDayRefused(SharedShop shop, ConsoleBrowser browser) {
        manager(shop, browser).go(ITEMS + "?item=croissant");
        plan(browser, LocalDate.now(SHOP), "2.00");
        browser.awaitText("Choose a day after today.");
        plan(browser, LocalDate.now(SHOP).plusDays(40), "2.22");
        browser.awaitText("The price is planned.").axe();
        assertThat(browser.find("form.plan .plans li").getText()).contains("2.22");
        browser.press("Take back").awaitText("The plan is taken back.").awaitNoText("2.22");
        assertThat(browser.findAll("form.plan .plans li")).isEmpty();
    }

    @Test
    void aPictureIsShownAndAWrongFileRefused(SharedShop shop, ConsoleBrowser browser) throws Exception {
        manager(shop, browser).go(ITEMS + "?item=roll-rye");
        Path text = Files.writeString(files.resolve("rye.png"), "This is no picture.");
        choose(browser, text);
        browser.awaitText("This file is no PNG, JPEG or WebP picture. Choose another.");
        BufferedImage drawn = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(100, 50, 900, 800);
        graphics.dispose();
        Path picture = files.resolve("rye.jpg");
        assertThat(ImageIO.write(drawn, "jpeg", picture.toFile())).isTrue();
        choose(browser, picture);
        browser.await("the picture", () -> {
            String source = browser.find(".picture.large img").getDomAttribute("src");
            return source != null && source.contains("id=p-");
        });
        browser.press("Save").awaitText("is saved.");
        String pictureId = inSnapshot(shop, "roll-rye").pictureId();
        assertThat(pictureId).startsWith("p-");
        assertThat(shop.till()
                        .register()
                        .send(
                                "GET",
                                "/api/v1/pictures/" + pictureId,
                                null,
                                shop.till().token())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCodeOfAnotherItemIsRefusedAndAWrongCheckDigitSaid(SharedShop shop, ConsoleBrowser browser) {
        manager(shop, browser).go(ITEMS + "?item=roll-rye");
        browser.fill("Codes", "2413000000112").type(Keys.ENTER);
        browser.awaitText("Code 2413000000112 already finds ");
        assertThat(browser.field("Codes").getDomProperty("value")).isEqualTo("2413000000112");
        browser.fill("Codes", "4006381333932").type(Keys.ENTER);
        browser.awaitText("The last digit of 4006381333932 does not fit; 4006381333931 would.")
                .axe();
        assertThat(browser.field("Codes").getDomProperty("value"))
                .as("it was taken all the same")
                .isEmpty();
    }

    @Test
    void scriptInANameIsShownAsText(SharedShop shop, ConsoleBrowser browser) throws Exception {
        manager(shop, browser).go(ITEMS + "?item=roll-rye");
        String before = String.valueOf(browser.field("Name in Danish").getDomProperty("value"));
        browser.language("en").fill("Name in Danish", SCRIPT).press("Save").awaitText("is saved.");
        browser.press("Manager").press("Dansk");
        try {
            findInDanish(shop, browser, before);
        } finally {
            browser.go(ITEMS).press("Manager").press("English");
        }
    }

    private static void findInDanish(SharedShop shop, ConsoleBrowser browser, String before) throws Exception {
        browser.go(ITEMS + "?item=roll-rye");
        assertThat(browser.find("#panel-title").getText()).isEqualTo(SCRIPT);
        assertThat(browser.find("tr.open .item-link, .panel h2").getText()).isEqualTo(SCRIPT);
        browser.fill("Søg efter varer på navn, kode eller nummer", "script").awaitText("1 vare\n");
        assertThat(browser.find(".item-link").getText()).isEqualTo(SCRIPT);
        assertThat(browser.title()).doesNotContain("broken");
        browser.fill("Navn på dansk", before).press("Gem").awaitText("er gemt.");
        assertThat(inSnapshot(shop, "roll-rye").names()).containsEntry("da", before);
    }

    @Test
    void leavingWhatIsNotSavedAsksOnce(SharedShop shop, ConsoleBrowser browser) {
        manager(shop, browser).go(ITEMS + "?item=roll-rye");
        browser.fill("Name in English", "Roll of rye").press("Close the panel");
        browser.awaitText("You have not saved what you entered.").axe();
        browser.press("Go on editing");
        assertThat(browser.field("Name in English").getDomProperty("value")).isEqualTo("Roll of rye");
        browser.press("Close the panel").press("Leave without saving").awaitNoText("Name in English");
        assertThat(browser.address()).endsWith("items.xhtml");
    }

    @Test
    void anItemIsAddedAndFoundAndTakenOffSale(SharedShop shop, ConsoleBrowser browser) throws Exception {
        manager(shop, browser).go(ITEMS).press("Add item");
        browser.press("Save").awaitText("Choose the department; the register shows the item there.");
        browser.fill("Name in English", "Plum jam, new").fill("Price, EUR", "3.45");
        choose(browser, "panel:department", "pantry");
        choose(browser, "panel:tax", "REDUCED");
        browser.press("Save").awaitText("Plum jam, new is added.");
        assertThat(browser.address()).endsWith("?item=plum-jam-new");
        assertThat(inSnapshot(shop, "plum-jam-new").unitPriceMicro()).isEqualTo(3_450_000L);
        browser.pressAt("input[id='panel:active']").press("Save").awaitText("Plum jam, new is saved.");
        assertThat(shop.till().fetchSnapshot().items())
                .extracting(SnapshotMessage.Item::itemId)
                .doesNotContain("plum-jam-new");
    }

    @Test
    void departmentsAreArrangedAsTheRegistersShowThem(SharedShop shop, ConsoleBrowser browser) throws Exception {
        List<String> before = departments(shop);
        manager(shop, browser).go("admin/catalogue/departments.xhtml").press("Move Bakery down");
        assertThat(departments(shop).indexOf("bakery")).isEqualTo(before.indexOf("bakery") + 1);
        browser.press("Move Bakery up");
        assertThat(departments(shop)).isEqualTo(before);
        browser.press("Bakery").axe().press("Save").awaitText("The department is saved.");
    }

    @Test
    void aTaxRateIsPlannedAndTakenBack(SharedShop shop, ConsoleBrowser browser) {
        manager(shop, browser).go("admin/catalogue/tax.xhtml").press("STANDARD");
        browser.fill("New rate, %", "20.5");
        date(browser, "panel:from", LocalDate.now(SHOP).plusDays(30));
        browser.press("Set the rate")
                .awaitText("The rate of STANDARD is planned.")
                .awaitText("20.5%")
                .axe();
        browser.press("Take back").awaitText("The plan is taken back.").awaitNoText("20.5%");
    }

    @Test
    void everyPageIsReadableInLightAndDark(SharedShop shop, ConsoleBrowser browser) {
        manager(shop, browser);
        for (String page : List.of("items", "departments", "tax")) {
            String open = page.equals("items") ? "?item=roll-rye" : page.equals("tax") ? "?category=STANDARD" : "";
            browser.light().go("admin/catalogue/" + page + ".xhtml" + open).axe();
            browser.screenshot("catalogue-" + page + "-light");
            browser.dark().go("admin/catalogue/" + page + ".xhtml" + open).axe();
            browser.screenshot("catalogue-" + page + "-dark");
        }
        browser.light().size(360, 740).go(ITEMS).axe().screenshot("catalogue-items-360");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private static ConsoleBrowser manager(SharedShop shop, ConsoleBrowser browser) {
        return browser.signIn("1", shop.passwordOf("1"));
    }

    private static SnapshotMessage.Item inSnapshot(SharedShop shop, String itemId)
            throws IOException, InterruptedException {
        return shop.till().fetchSnapshot().items().stream()
                .filter(item -> item.itemId().equals(itemId))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> departments(SharedShop shop) throws IOException, InterruptedException {
        return shop.till().fetchSnapshot().departments().stream()
                .map(SnapshotMessage.Department::departmentId)
                .toList();
    }

    private static void plan(ConsoleBrowser browser, LocalDate from, String price) {
        date(browser, "plan:from", from);
        browser.find("input[id='plan:price']").clear();
        browser.find("input[id='plan:price']").sendKeys(price);
        browser.press("Plan");
    }

    /** A browser's own field for dates is typed into in the order of its language; so the day is set as a script would. */
    private static void date(ConsoleBrowser browser, String field, LocalDate day) {
        ((JavascriptExecutor) browser.driver())
                .executeScript("document.getElementById(arguments[0]).value = arguments[1]", field, day.toString());
    }

    private static void choose(ConsoleBrowser browser, String field, String value) {
        browser.find("select[id='" + field + "'] option[value='" + value + "']").click();
        browser.rest();
    }

    private static void choose(ConsoleBrowser browser, Path file) {
        browser.driver()
                .findElement(By.cssSelector("input[type=file]"))
                .sendKeys(file.toAbsolutePath().toString());
        browser.rest();
    }
}
