package org.tillwright.server.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;
import org.tillwright.server.delivery.PlainMail.Answer;
import org.tillwright.server.delivery.PlainMail.Note;
import org.tillwright.server.delivery.PlainMail.Result;
import org.tillwright.wire.device.DeviceCondition;
import org.tillwright.wire.device.DeviceReport;

/** Who is written to about alerts, how often, and what becomes of a letter that nobody takes. */
class AlertMailServiceTest {

    private static final Answer SENT = new Answer(Result.SENT, "taken");

    private final TestShop shop = new TestShop();
    private final DeviceService devices = shop.get(DeviceService.class);
    private final AlertMailService letters = shop.get(AlertMailService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void nobodyIsWrittenToWithoutAnAddress() {
        paperLow(TestShop.TILL, true);
        shop.clock.advance(Duration.ofHours(1));
        assertThat(claim()).isEmpty();
    }

    @Test
    void anAlertThatLastsIsWrittenAboutOnce() {
        writeTo("it@example.org");
        paperLow(TestShop.TILL, true);
        assertThat(claim()).isEmpty();
        shop.clock.advance(AlertMailService.WORTH_A_LETTER);
        List<AlertMailService.Due> due = claim();
        assertThat(due).hasSize(1);
        Note note = due.get(0).note();
        assertThat(note.address()).isEqualTo("it@example.org");
        assertThat(note.subject()).isEqualTo("Corner Shop: a device at Till 1 needs a look");
        assertThat(note.text())
                .contains("Till 1, receipt printer: the paper comes to an end. Put in a new roll.", "2026-03-02 10:00");
        answer(due, SENT);
        for (int i = 0; i < 50; i++) {
            shop.clock.advance(Duration.ofMinutes(10));
            paperLow(TestShop.TILL, true);
            assertThat(claim()).isEmpty();
        }
        assertThat(open().get(0).mailedAt()).isNotNull();
    }

    @Test
    void aPrinterInTheKitchenIsCalledByItsStation() {
        writeTo("it@example.org");
        tellOfStations("at.kitchen", "at.grill");
        shop.clock.advance(Duration.ofMinutes(AlertRules.USUAL.downMinutes()));
        tellOfStations("at.kitchen", "at.grill");
        shop.clock.advance(AlertMailService.WORTH_A_LETTER);
        List<AlertMailService.Due> due = claim();
        assertThat(due).hasSize(1);
        assertThat(due.get(0).note().text())
                .contains("Till 1, kitchen printer: does not work.", "Till 1, order printer grill: does not work.");
    }

    @Test
    void whatIsOverAtOnceIsNotWrittenAbout() {
        writeTo("it@example.org");
        paperLow(TestShop.TILL, true);
        paperLow(TestShop.TILL, false);
        shop.clock.advance(Duration.ofHours(1));
        assertThat(claim()).isEmpty();
    }

    @Test
    void whatComesSoonAfterALetterWaitsAndGoesInOne() {
        writeTo("it@example.org");
        paperLow(TestShop.TILL, true);
        shop.clock.advance(AlertMailService.WORTH_A_LETTER);
        answer(claim(), SENT);
        paperLow("till-02", true);
        restarts(TestShop.TILL, 9);
        shop.clock.advance(Duration.ofMinutes(2));
        assertThat(claim()).isEmpty();
        shop.clock.advance(AlertMailService.BETWEEN_LETTERS);
        List<AlertMailService.Due> due = claim();
        assertThat(due).hasSize(1);
        assertThat(due.get(0).note().subject()).isEqualTo("Corner Shop: 2 devices need a look");
        assertThat(due.get(0).note().text()).contains("Till 2, receipt printer", "drivers of its devices fail");
    }

    @Test
    void ofTwoServersOneWrites() {
        writeTo("it@example.org");
        paperLow(TestShop.TILL, true);
        shop.clock.advance(AlertMailService.WORTH_A_LETTER);
        assertThat(claim()).hasSize(1);
        assertThat(claim()).isEmpty();
    }

    @Test
    void aLetterThatNobodyTakesIsTriedAgainAndTheTroubleIsShown() {
        writeTo("it@example.org");
        paperLow(TestShop.TILL, true);
        int tries = 0;
        for (int i = 0; i < 300; i++) {
            shop.clock.advance(AlertMailService.BETWEEN_LETTERS);
            List<AlertMailService.Due> due = claim();
            tries += due.size();
            answer(due, new Answer(Result.LATER, "451 later"));
        }
        assertThat(tries).isBetween(100, 200); // a day of them, and then no more
        assertThat(trouble()).contains("451 later");
        paperLow("till-02", true);
        shop.clock.advance(AlertMailService.BETWEEN_LETTERS);
        answer(claim(), SENT);
        assertThat(trouble()).isEmpty();
    }

    @Test
    void anAddressThatIsRefusedIsNotTriedAgain() {
        writeTo("it@example.org");
        paperLow(TestShop.TILL, true);
        shop.clock.advance(AlertMailService.WORTH_A_LETTER);
        answer(claim(), new Answer(Result.REFUSED, "550 no such mailbox"));
        shop.clock.advance(Duration.ofHours(2));
        assertThat(claim()).isEmpty();
        assertThat(trouble()).contains("550 no such mailbox");
    }

    @Test
    void theLetterIsInTheStoresLanguage() {
        shop.database.tamper("update store set language = 'uk' where store_id = 'shop'");
        writeTo("it@example.org");
        paperLow(TestShop.TILL, true);
        shop.clock.advance(AlertMailService.WORTH_A_LETTER);
        assertThat(claim().get(0).note().text()).contains("принтер чеків: закінчується папір");
    }

    private void writeTo(String address) {
        run(() -> devices.changeRules(TestShop.STORE, new AlertRules(address, 10, 3), "anna"));
    }

    private void paperLow(String workstationId, boolean isLow) {
        tell(workstationId, 0, isLow);
    }

    private void restarts(String workstationId, long count) {
        tell(workstationId, count, true);
    }

    private void tell(String workstationId, long restarts, boolean isLow) {
        var printer = new DeviceCondition("printer", "escpos+tcp", "WELL", null, null, null, 0L, isLow, false, false);
        run(() -> devices.report(
                workstationId, new DeviceReport(shop.clock.instant(), "0.1.0", restarts, List.of(printer))));
    }

    private void tellOfStations(String... kinds) {
        List<DeviceCondition> devices = Stream.of(kinds)
                .map(kind -> new DeviceCondition(
                        kind, "escpos+tcp", "TROUBLE", null, "PAPER_OUT", null, 1L, false, false, false))
                .toList();
        run(() -> this.devices.report(TestShop.TILL, new DeviceReport(shop.clock.instant(), "0.1.0", 0L, devices)));
    }

    private List<AlertMailService.Due> claim() {
        return shop.inTransaction(letters::claim);
    }

    private void answer(List<AlertMailService.Due> due, Answer answer) {
        due.forEach(each -> run(() -> letters.note(each, answer)));
    }

    private List<AlertSummary> open() {
        return shop.inTransaction(() -> devices.alerts(TestShop.STORE));
    }

    private java.util.Optional<String> trouble() {
        return shop.inTransaction(() -> devices.mailTrouble(TestShop.STORE));
    }

    private void run(Runnable work) {
        shop.inTransaction(() -> {
            work.run();
            return true;
        });
    }
}
