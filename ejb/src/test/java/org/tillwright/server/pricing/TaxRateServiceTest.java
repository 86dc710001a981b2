package org.tillwright.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Rate;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.Fault;

class TaxRateServiceTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private final TestShop shop = new TestShop();
    private final TaxRateService taxes = shop.get(TaxRateService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aCategoryIsToldWithItsItemsAndTheRatesItHad() {
        shop.inTransaction(() -> taxes.setRate("REDUCED", rate("9"), "anna"));
        List<TaxCategory> categories = shop.inTransaction(taxes::categories);
        assertThat(categories).hasSize(1);
        assertThat(categories.get(0).items()).isEqualTo(3);
        assertThat(categories.get(0).current().ratePpm()).isEqualTo(90_000);
        assertThat(categories.get(0).rates())
                .extracting(TaxCategory.RateSpan::ratePpm)
                .containsExactly(90_000L, 70_000L);
        assertThat(categories.get(0).rates().get(1).until()).isNotNull();
        assertThat(shop.database.text("select operator_id from audit_entry where detail = 'R at 9 %'"))
                .isEqualTo("anna");
    }

    @Test
    void aPlannedRateReachesTheRegistersWhenItsDayBegins() {
        plan("REDUCED", rate("8"), NEW_YEAR);
        assertThat(shop.inTransaction(taxes::categories).get(0).planned())
                .containsExactly(new PlannedTaxRate("REDUCED", NEW_YEAR, "R", 80_000, "Anna"));
        shop.clock.advance(Duration.ofDays(304));
        assertThat(shop.inTransaction(taxes::anyDue)).isFalse();
        shop.clock.advance(Duration.ofDays(1));
        assertThat(shop.inTransaction(taxes::anyDue)).isTrue();
        assertThat(shop.inTransaction(taxes::publishDue)).isEqualTo(1);
        assertThat(shop.inTransaction(taxes::publishDue)).isZero();
        SnapshotMessage snapshot = shop.inTransaction(
                        () -> shop.get(SnapshotService.class).since("till-01", 3))
                .orElseThrow();
        assertThat(snapshot.taxRates()).containsExactly(new SnapshotMessage.TaxRate("REDUCED", "R", 80_000L));
    }

    @Test
    void aPlanIsTakenBackAndAnImpossibleOneRefused() {
        plan("REDUCED", rate("8"), NEW_YEAR);
        shop.inTransaction(() -> {
            taxes.takeBack("REDUCED", NEW_YEAR, "anna");
            return null;
        });
        assertThat(shop.inTransaction(taxes::categories).get(0).planned()).isEmpty();
        assertThatThrownBy(() -> plan("LUXURY", rate("8"), LocalDate.of(2026, 3, 2)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .containsExactly("from", "taxCategory"));
    }

    private void plan(String category, TaxRate rate, LocalDate from) {
        shop.inTransaction(() -> {
            taxes.plan(category, rate, from, TestShop.STORE, "anna");
            return null;
        });
    }

    private static TaxRate rate(String percent) {
        return new TaxRate("R", Rate.percent(percent));
    }
}
