package org.tillwright.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.platform.Wiring;

class PlanTimerTest {

    private final TestShop shop = new TestShop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    /** What leaves the timer twice ends it until the server is started again, and no price ever changes by plan. */
    @Test
    void aPriceThatIsRefusedNeitherEndsTheTimerNorKeepsTaxRatesWaiting() {
        AtomicInteger rates = new AtomicInteger();
        PlannedPriceService prices = new PlannedPriceService() {
            @Override
            public boolean anyDue() {
                return true;
            }

            @Override
            public int publishDue() {
                throw new Refused(ProblemCode.UNSOUND_ITEM, "The catalogue cannot take this.");
            }
        };
        TaxRateService taxes = new TaxRateService() {
            @Override
            public boolean anyDue() {
                return true;
            }

            @Override
            public int publishDue() {
                return rates.incrementAndGet();
            }
        };
        PlanTimer timer = new Wiring(shop.database)
                .bind(PlannedPriceService.class, prices)
                .bind(TaxRateService.class, taxes)
                .get(PlanTimer.class);
        timer.publishDue();
        timer.publishDue();
        assertThat(rates).hasValue(2);
    }
}
