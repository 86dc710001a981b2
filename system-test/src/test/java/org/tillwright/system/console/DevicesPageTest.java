package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.system.TestRegister.Answer;
import org.tillwright.wire.device.DeviceCondition;
import org.tillwright.wire.device.DeviceReport;
import org.tillwright.wire.json.WireJson;

/** A register tells of its devices; the page shows it without reload, warns, and is set by a manager. */
@ConsoleTest
class DevicesPageTest {

    private static final String MANAGER = "1";
    private static final String PAGE = "admin/setup/devices.xhtml";

    @Test
    void whatARegisterTellsIsOnThePageAtOnceAndAnAlertIsAtTheHeadOfEveryPage(SharedShop shop, ConsoleBrowser browser)
            throws Exception {
        assertThat(tell(shop, printer("WELL", null, false)).status()).isEqualTo(204);
        browser.forget().signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.go(PAGE).awaitText("Receipt printer").awaitText("works").axe();
        assertThat(browser.text()).contains("Nothing at any device needs a look.");
        browser.await("listening", () -> browser.findAll("html[data-listening]").size() == 1);

        DeviceCondition grill = new DeviceCondition(
                "at.grill", "escpos+tcp", "WELL", Instant.now(), null, null, 0L, false, false, false);
        tell(shop, printer("TROUBLE", "PAPER_OUT", true), grill);
        browser.awaitText("no paper")
                .awaitText("Order printer: grill")
                .awaitText("the paper comes to an end")
                .awaitText("1 needs a look.")
                .axe()
                .screenshot("devices"); // no reload
        assertThat(browser.find("a.bell").getAccessibleName()).isEqualTo("1 device alert");
        browser.dark().go(PAGE).axe().screenshot("devices-dark");
        browser.light().size(360, 740).go(PAGE).awaitText("no paper").axe().screenshot("devices-phone");
        assertThat(browser.driver().executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing is wider than a phone")
                .isEqualTo(true);
        browser.size(1366, 900).go("admin/today/today.xhtml").awaitText("1 device needs a look");
        assertThat(browser.find("a.bell").getAccessibleName()).isEqualTo("1 device alert");

        browser.go(PAGE + "?register=" + shop.till().workstationId())
                .awaitText("What changed")
                .axe();
        assertThat(browser.text()).contains("Receipt printer: no paper");
        browser.go(PAGE + "?show=look&stores=all").awaitText("no paper");
        tell(shop, printer("WELL", null, false));
        browser.go(PAGE + "?show=look").awaitText("No register needs a look").axe();
        assertThat(browser.findAll("a.bell")).isEmpty();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aManagerSaysWhoIsWrittenToAndWhatMakesNoSenseStays(SharedShop shop, ConsoleBrowser browser) throws Exception {
        browser.forget().signIn(MANAGER, shop.passwordOf(MANAGER));
        browser.go(PAGE + "?register=rules").fill("E-mail address", "it at example.org");
        browser.press("Save")
                .awaitText("no address that a letter can be sent to")
                .axe()
                .screenshot("devices-rules");
        assertThat(browser.field("E-mail address").getDomProperty("value")).isEqualTo("it at example.org");
        assertThat(browser.field("E-mail address").getDomAttribute("aria-invalid"))
                .isEqualTo("true");
        browser.fill("E-mail address", "it@example.org").press("Save");
        browser.awaitText("Letters about alerts of this store go to it@example.org.");
        assertThat(browser.findAll("[aria-invalid=true]")).isEmpty();
        browser.go(PAGE);
        try {
            browser.speak("Українська").awaitText("Листи про сповіщення").axe().screenshot("devices-uk");
            browser.speak("Dansk").awaitText("Breve om denne butiks").axe().screenshot("devices-da");
        } finally {
            browser.speak("English");
        }
        browser.go(PAGE + "?register=rules").fill("E-mail address", "").press("Save");
        browser.awaitText("Nobody is written to");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void onlyARegisterItselfTellsOfItsDevicesAndNotWithoutEnd(SharedShop shop, ConsoleBrowser browser)
            throws Exception {
        DeviceReport report = new DeviceReport(Instant.now(), "0.1.0", 0L, List.of());
        assertThat(put(shop, "till-99", WireJson.write(report)).status()).isEqualTo(403);
        assertThat(put(shop, shop.till().workstationId(), new byte[DeviceReport.MAX_BYTES + 1])
                        .status())
                .isEqualTo(413);
        assertThat(put(shop, shop.till().workstationId(), "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
    }

    private static DeviceCondition printer(String state, String trouble, boolean paperLow) {
        Instant now = Instant.now();
        return new DeviceCondition(
                "printer",
                "escpos+serial",
                state,
                now,
                trouble,
                trouble == null ? null : now,
                trouble == null ? 0L : 1L,
                paperLow,
                false,
                false);
    }

    private static Answer tell(SharedShop shop, DeviceCondition... devices) throws Exception {
        return put(
                shop,
                shop.till().workstationId(),
                WireJson.write(new DeviceReport(Instant.now(), "0.1.0", 0L, List.of(devices))));
    }

    private static Answer put(SharedShop shop, String workstationId, byte[] body) throws Exception {
        return shop.till()
                .register()
                .send(
                        "PUT",
                        "/api/v1/device-reports/" + workstationId,
                        body,
                        shop.till().token());
    }
}
