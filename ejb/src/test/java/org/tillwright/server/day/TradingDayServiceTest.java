package org.tillwright.server.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.journal.TestTill;
import org.tillwright.wire.SaleMessage;

class TradingDayServiceTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final TestShop shop = new TestShop();
    private final TestTill till = new TestTill(shop, "till-01");

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aDayWithoutSalesIsAllZerosAndHasNoAverage() {
        DayFigures figures = figures(DAY);
        assertThat(figures.totalMinor()).isZero();
        assertThat(figures.transactionCount()).isZero();
        assertThat(figures.averageMinor()).isNull();
        assertThat(figures.hours()).isEmpty();
        assertThat(figures.tenders()).isEmpty();
        assertThat(figures.departments()).isEmpty();
        assertThat(figures.currency()).isEqualTo("EUR");
    }

    @Test
    void everyPartOfADayIsTheWholeAndTheBooksSayTheSame() {
        SaleMessage cash = till.at("2026-03-02T09:10:00Z").sell("milk 2000, apples 345");
        SaleMessage card = till.at("2026-03-02T09:50:00Z").sellByCard("apples 1500, ghost 1000", "4242");
        SaleMessage back = till.at("2026-03-02T16:05:00Z").sell("milk -1000, apples 100");
        till.at("2026-03-01T12:00:00Z").sell("milk 7000");
        till.at("2026-02-23T09:30:00Z").sell("milk 3000");
        long total = cash.totalMinor() + card.totalMinor() + back.totalMinor();

        DayFigures figures = figures(DAY);
        assertThat(figures.totalMinor()).isEqualTo(total);
        assertThat(figures.netMinor() + figures.taxMinor()).isEqualTo(total);
        assertThat(figures.transactionCount()).isEqualTo(3);
        assertThat(figures.returnCount()).isEqualTo(1);
        assertThat(figures.returnedMinor()).isEqualTo(129);
        assertThat(figures.lastWeekMinor()).isEqualTo(387);
        assertThat(figures.lastWeekCount()).isEqualTo(1);
        assertThat(figures.tenders().stream()
                        .mapToLong(DayFigures.Tender::amountMinor)
                        .sum())
                .isEqualTo(total);
        assertThat(figures.departments().stream()
                        .mapToLong(DayFigures.Department::totalMinor)
                        .sum())
                .isEqualTo(total);
        assertThat(figures.hours().stream()
                        .mapToLong(DayFigures.Hour::totalMinor)
                        .sum())
                .isEqualTo(total);
        assertThat(figures.hours().stream()
                        .mapToLong(DayFigures.Hour::lastWeekMinor)
                        .sum())
                .isEqualTo(387);

        assertThat(posted("'SALES'")).isEqualTo(-figures.netMinor());
        assertThat(posted("'TAX'")).isEqualTo(-figures.taxMinor());
        assertThat(posted("'CASH', 'CARD'")).isEqualTo(figures.totalMinor());
        assertThat(posted("'CARD'")).isEqualTo(tender(figures, "CARD"));
        assertThat(posted("'CASH'")).isEqualTo(tender(figures, "CASH"));
    }

    @Test
    void hoursAreThoseOnTheShopsWallWithoutGaps() {
        till.at("2026-03-02T09:10:00Z").sell("milk 1000");
        till.at("2026-03-02T09:50:00Z").sell("milk 1000");
        till.at("2026-03-02T12:00:00Z").sell("milk 1000");
        List<DayFigures.Hour> hours = figures(DAY).hours();
        assertThat(hours).extracting(DayFigures.Hour::hour).containsExactly(10, 11, 12, 13);
        assertThat(hours).extracting(DayFigures.Hour::transactionCount).containsExactly(2L, 0L, 0L, 1L);
    }

    @Test
    void aHalfHourZoneHasItsOwnHours() {
        shop.database.tamper("update store set time_zone = 'Asia/Kolkata'");
        till.at("2026-03-02T09:20:00Z").sell("milk 1000");
        till.at("2026-03-02T09:40:00Z").sell("milk 1000");
        assertThat(figures(DAY).hours()).extracting(DayFigures.Hour::hour).containsExactly(14, 15);
    }

    @Test
    void theHoursAfterMidnightStandAtTheEndOfTheirDay() {
        till.at("2026-03-02T22:30:00Z").sell("milk 1000");
        till.at("2026-03-02T23:30:00Z").sell("milk 1000");
        assertThat(figures(DAY).hours()).extracting(DayFigures.Hour::hour).containsExactly(23, 0);
    }

    @Test
    void theBusinessDayEndsWhenTheStoreSaysNotAtMidnight() {
        shop.clock.advance(Duration.between(shop.clock.instant(), Instant.parse("2026-03-03T02:59:00Z")));
        assertThat(today()).isEqualTo("2026-03-02");
        shop.clock.advance(Duration.ofMinutes(2));
        assertThat(today()).isEqualTo("2026-03-03");
    }

    @Test
    void theAverageIsRoundedAsMoneyIs() {
        till.at("2026-03-02T09:00:00Z").sell("milk 1000 @1000000");
        till.sell("milk 1000 @1010000");
        assertThat(figures(DAY).averageMinor()).isEqualTo(101);
    }

    @Test
    void salesInAnotherCurrencyAreCountedAndNeverAdded() {
        till.at("2026-03-02T09:00:00Z").sell("milk 1000");
        shop.database.tamper("update store set currency = 'DKK'");
        DayFigures figures = figures(DAY);
        assertThat(figures.totalMinor()).isZero();
        assertThat(figures.inOtherCurrencies()).isEqualTo(1);
    }

    @Test
    void departmentsAreNamedInTheAskedLanguageAndTheUnknownStandAlone() {
        till.at("2026-03-02T09:00:00Z").sell("milk 1000, ghost 1000");
        List<DayFigures.Department> danish = shop.inTransaction(() -> day().figures(TestShop.STORE, DAY, "da"))
                .departments();
        assertThat(danish).extracting(DayFigures.Department::name).containsExactly("Mad", null);
        assertThat(danish.get(0).hue()).isEqualTo(3);
        assertThat(shop.inTransaction(() -> day().figures(TestShop.STORE, DAY, "uk"))
                        .departments()
                        .get(0)
                        .name())
                .isEqualTo("Food");
    }

    @Test
    void anOpenTillTellsWhatShouldBeInItUntilItIsSettled() {
        till.at("2026-03-02T07:00:00Z").open(10_000);
        SaleMessage cash = till.sell("milk 1000");
        SaleMessage card = till.sellByCard("apples 1000", "4242");

        OpenTill open = openTills().get(0);
        assertThat(open.tillSessionId()).isEqualTo(till.tillSessionId());
        assertThat(open.workstationName()).isEqualTo("Till 1");
        assertThat(open.operatorName()).isEqualTo("Ben");
        assertThat(open.cashMinor()).isEqualTo(10_000 + cash.totalMinor());
        assertThat(open.cardMinor()).isEqualTo(card.totalMinor());
        assertThat(open.transactionCount()).isEqualTo(2);

        till.settle(10_000 + cash.totalMinor());
        assertThat(openTills()).isEmpty();
    }

    @Test
    void aRegisterThatSentNothingForADayIsNamed() {
        assertThat(quiet()).as("nobody is enrolled").isEmpty();
        shop.database.tamper("update workstation set enrolled_at = '2026-03-02 08:00:00'");
        till.sell("milk 1000");
        assertThat(quiet()).isEmpty();
        shop.clock.advance(Duration.ofHours(23));
        new TestTill(shop, "till-02").sell("milk 1000");
        shop.clock.advance(Duration.ofHours(2));

        assertThat(quiet())
                .containsExactly(new QuietRegister("till-01", "Till 1", Instant.parse("2026-03-02T09:00:00.123456Z")));
    }

    @Test
    void aStoreThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> shop.inTransaction(() -> day().today("nowhere")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nowhere");
    }

    private TradingDayService day() {
        return shop.get(TradingDayService.class);
    }

    private DayFigures figures(LocalDate date) {
        return shop.inTransaction(() -> day().figures(TestShop.STORE, date, "en"));
    }

    private LocalDate today() {
        return shop.inTransaction(() -> day().today(TestShop.STORE));
    }

    private List<OpenTill> openTills() {
        return shop.inTransaction(() -> day().openTills(TestShop.STORE));
    }

    private List<QuietRegister> quiet() {
        return shop.inTransaction(() -> day().quietRegisters(TestShop.STORE));
    }

    private static long tender(DayFigures figures, String tender) {
        return figures.tenders().stream()
                .filter(sum -> sum.tender().equals(tender))
                .mapToLong(DayFigures.Tender::amountMinor)
                .sum();
    }

    private long posted(String accounts) {
        return shop.database.number("select coalesce(sum(p.amount_minor), 0) from posting p join journal_entry e"
                + " on e.source_id = p.source_id and e.event = p.event where e.store_id = 'shop'"
                + " and e.booked_on = '2026-03-02' and e.event = 'SALE' and p.account_id in (" + accounts + ")");
    }
}
