package org.tillwright.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.tillwright.system.TestRegister;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SignOnRequest;
import org.tillwright.wire.json.WireJson;

/** A manager sets the shop up: a cashier with a PIN, a register at a new workstation, and what the trail says of it. */
@ConsoleTest
class PeoplePagesTest {

    private static final String MANAGER = "1";
    private static final String PEOPLE = "admin/people/people.xhtml";
    private static final String WORKSTATIONS = "admin/setup/workstations.xhtml";
    private static final Path QR_READER = Path.of("/usr/bin/zbarimg");

    @Test
    void aNewCashierGetsAPinAndSignsOnWithIt(SharedShop shop, ConsoleBrowser browser) throws Exception {
        signIn(shop, browser);
        browser.go(PEOPLE).press("Add a person");
        browser.fill("Name", "Cleo <b>Bold</b>").fill("Number", "1").press("Add");
        browser.awaitText("Somebody else has this number");
        assertThat(browser.field("Name").getDomProperty("value")).isEqualTo("Cleo <b>Bold</b>");
        assertThat(browser.field("Number").getDomProperty("value")).isEqualTo("1");
        String number = freeNumber(browser);
        browser.fill("Number", number).press("Add");
        browser.awaitText("Cleo <b>Bold</b> is added.").axe();

        browser.press("Make a new PIN").axe();
        String pin = browser.find("#made-pin span").getText();
        assertThat(pin).matches("[0-9]{6}");
        browser.screenshot("people-new-pin");
        SignOnAnswer answer = signOn(shop, number, pin);
        assertThat(answer.role()).isEqualTo("CASHIER");

        browser.go(browser.address().substring(browser.address().indexOf("admin/")));
        assertThat(browser.text()).doesNotContain(pin).contains("There is a PIN.");
        browser.press("Choose a PIN instead");
        browser.fill("PIN", "1234").fill("The same PIN again", "1234").press("Set this PIN");
        browser.awaitText("This PIN is guessed at once");
        browser.fill("PIN", "7311").fill("The same PIN again", "7312").press("Set this PIN");
        browser.awaitText("The two PINs differ").axe();

        browser.press("Has left …").awaitText("can no longer sign on").axe();
        browser.screenshot("people-question");
        browser.press("Change nothing").press("Has left …").press("Yes, has left");
        browser.awaitText("has left");
        assertThat(shop.till()
                        .register()
                        .send("GET", "/api/v1/disputed-totals", null, answer.token())
                        .status())
                .isEqualTo(401);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aCardThatSomebodyHasAlreadyBecomesTheirBadgeAndIsShownNowhere(SharedShop shop, ConsoleBrowser browser)
            throws Exception {
        String uid = "04C0FFEE";
        signIn(shop, browser);
        browser.go(PEOPLE).press("Add a person");
        browser.fill("Name", "Runa Radio").fill("Number", freeNumber(browser)).press("Add");
        browser.awaitText("Runa Radio is added.").press("Make a new badge").awaitText("Print this code");
        browser.press("Use a card that is there already …");
        browser.fill("Number of the card", "04C0FF").press("Make it the badge");
        browser.awaitText("Runa Radio has this card for a badge.");
        assertThat(browser.findAll("#made-badge"))
                .as("the badge that it takes the place of")
                .isEmpty();
        browser.awaitText("There is a badge.").press("Take the badge away").awaitNoText("There is a badge.");

        browser.press("Use a card that is there already …");
        browser.fill("Number of the card", "04C0FFE").press("Make it the badge");
        browser.awaitText("This is no whole card number").axe().screenshot("people-card-refused");
        assertThat(browser.field("Number of the card").getDomProperty("value")).isEmpty();
        browser.fill("Number of the card", uid).press("Make it the badge");
        browser.awaitText("There is a badge.").axe().screenshot("people-card");
        assertThat(browser.driver().getPageSource()).doesNotContain(uid);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void theListIsForEverybodysEyesInTwoLightsAndLanguages(SharedShop shop, ConsoleBrowser browser) throws Exception {
        signIn(shop, browser);
        browser.go(PEOPLE).awaitText("People").axe().screenshot("people-light");
        browser.dark().go(PEOPLE).axe().screenshot("people-dark");
        browser.size(360, 740).go(PEOPLE).axe().screenshot("people-narrow");
    }

    @Test
    void aRegisterEnrolsByTheCodeOnThePageAndIsRefusedOnceItsPlaceIsTaken(SharedShop shop, ConsoleBrowser browser)
            throws Exception {
        signIn(shop, browser);
        browser.go(WORKSTATIONS).press("Add a workstation").press("Add");
        browser.awaitText("The name has 1 to 120 characters");
        browser.fill("Name", "Garden bar").press("Add").awaitText("Garden bar is added.");
        browser.press("Make an enrolment code").axe();
        String code = browser.find("#enrolment-code").getText();
        assertThat(code).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
        browser.screenshot("workstations-code");
        browser.dark().screenshot("workstations-code-dark");
        browser.light();
        assertThat(readQr(browser)).endsWith("/#" + code).startsWith("http://");

        TestRegister register = new TestRegister(shop.address());
        String workstationId = register.enrol(code).workstationId();
        assertThat(snapshot(register, workstationId)).isEqualTo(200);
        browser.go(WORKSTATIONS + "?workstation=" + workstationId).awaitText("Put another register here");
        browser.press("Take the place away …")
                .awaitText("This cannot be undone")
                .axe();
        browser.screenshot("workstations-question");
        browser.press("Keep the register");
        assertThat(snapshot(register, workstationId)).isEqualTo(200);
        browser.press("Take the place away …").press("Take the place away");
        browser.awaitText("is refused from now on");
        assertThat(snapshot(register, workstationId)).isEqualTo(401);

        browser.press("Take out of use …").press("Take out of use").awaitText("Garden bar is out of use.");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aStoreIsChangedWhereItMayBe(SharedShop shop, ConsoleBrowser browser) throws Exception {
        shop.till().open();
        signIn(shop, browser);
        browser.go("admin/setup/stores.xhtml").axe().screenshot("stores");
        browser.pressAt("#stores-table tbody a")
                .awaitText("this store has sold already")
                .axe();
        String dayEnds = browser.field("End of the day").getDomProperty("value");
        browser.fill("End of the day", "25:00").press("Save").awaitText("a time from 00:00 to 23:59");
        browser.screenshot("stores-panel");
        browser.fill("End of the day", "03:30").press("Save").awaitText("is saved; registers learn it");
        assertThat(shop.till().fetchSnapshot().store().dayEnds()).isEqualTo("03:30");
        browser.fill("End of the day", dayEnds).press("Save").awaitText("is saved; registers learn it");
        browser.press("Add a store").axe();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void theTrailSaysWhoDidWhat(SharedShop shop, ConsoleBrowser browser) throws Exception {
        shop.till().sell(anyCode(shop));
        signIn(shop, browser);
        browser.go("admin/setup/audit.xhtml")
                .awaitText("Signed in to the console")
                .axe();
        assertThat(rows(browser)).doesNotContain("\nSale\t");
        browser.screenshot("audit-light");
        browser.dark().go("admin/setup/audit.xhtml?action=ALL").axe().screenshot("audit-dark");
        assertThat(browser.findAll("#audit-table tbody th").stream()
                        .map(cell -> cell.getText())
                        .toList())
                .contains("Sale");
        browser.go("admin/setup/audit.xhtml?action=REGISTER_ENROLLED&workstation=till-01");
        assertThat(browser.findAll("#audit-table tbody tr")).isNotEmpty().allSatisfy(row -> assertThat(row.getText())
                .contains("Register enrolled"));
        browser.go("admin/setup/audit.xhtml?operator=nobody").awaitText("Nothing like that was noted");
        String csv = file(shop, browser, "admin/setup/audit.xhtml?action=REGISTER_ENROLLED&format=csv");
        assertThat(csv)
                .startsWith("When,")
                .contains("\r\n")
                .contains("Register enrolled")
                .contains("till-01");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private static void signIn(SharedShop shop, ConsoleBrowser browser) throws IOException {
        browser.signIn(MANAGER, shop.passwordOf(MANAGER));
    }

    private static String freeNumber(ConsoleBrowser browser) {
        String taken = browser.findAll("#people-table tbody td.figure").stream()
                .map(cell -> cell.getText())
                .collect(Collectors.joining(" ", " ", " "));
        for (int number = 40; ; number++) {
            if (!taken.contains(" " + number + " ")) {
                return Integer.toString(number);
            }
        }
    }

    private static SignOnAnswer signOn(SharedShop shop, String number, String pin)
            throws IOException, InterruptedException {
        TestRegister.Answer answer = shop.till()
                .register()
                .send(
                        "POST",
                        "/api/v1/sign-on",
                        WireJson.write(new SignOnRequest(number, pin)),
                        shop.till().token());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return WireJson.read(answer.body(), SignOnAnswer.class);
    }

    private static int snapshot(TestRegister register, String workstationId) throws IOException, InterruptedException {
        return register.send("GET", "/api/v1/snapshot", null, register.token(workstationId))
                .status();
    }

    private static String anyCode(SharedShop shop) {
        return shop.till().snapshot().items().stream()
                .filter(item -> item.unitPriceMicro() != null
                        && !item.codes().isEmpty()
                        && item.unit().equals("PIECE"))
                .findFirst()
                .orElseThrow()
                .codes()
                .get(0);
    }

    private static String rows(ConsoleBrowser browser) {
        return browser.find("#audit-table tbody").getText();
    }

    /** Fetches a file as the browser would, with the browser's own cookies. */
    private static String file(SharedShop shop, ConsoleBrowser browser, String path)
            throws IOException, InterruptedException {
        String cookies = browser.driver().manage().getCookies().stream()
                .map(PeoplePagesTest::pair)
                .collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(shop.address().toString().replaceAll("/$", "") + "/" + path))
                .header("Cookie", cookies)
                .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        return response.body();
    }

    private static String pair(Cookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    /** Reads the code as a scanner's camera would, with Debian's reader. */
    private static String readQr(ConsoleBrowser browser) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(QR_READER), "zbarimg is not installed: the QR code is not read");
        Path picture = Files.createTempFile("qr", ".png");
        try {
            Files.write(picture, Base64.getDecoder().decode(browser.find("#qr").getScreenshotAs(OutputType.BASE64)));
            Process reader = new ProcessBuilder(QR_READER.toString(), "--quiet", "--raw", picture.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD) // it complains about a desktop that is not there
                    .start();
            String read = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(reader.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return read;
        } finally {
            Files.delete(picture);
        }
    }
}
