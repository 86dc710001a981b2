package org.tillwright.server.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;

class TillServiceTest {

    private static final UUID TILL_SESSION = UUID.fromString("7d5d2f0a-2f2e-4c8e-9d0c-6b1f0f3f9a11");

    private final TestShop shop = new TestShop();
    private final TillService tills = shop.get(TillService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    /** Else the shop that holds the money could never settle it. */
    @Test
    void aTillIsNotSettledByAnotherStore() {
        open();
        assertThatThrownBy(() -> settle("other"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(ProblemCode.TRANSACTION_CONFLICT));
        settle(TestShop.STORE);
        assertThat(shop.inTransaction(() -> tills.find(TILL_SESSION))
                        .orElseThrow()
                        .status())
                .isEqualTo("SETTLED");
    }

    /** Its opening may wait in quarantine; the money was counted all the same. */
    @Test
    void aTillThatNobodyOpenedHereIsSettledAllTheSame() {
        settle(TestShop.STORE);
        assertThat(shop.database.count("till_settlement", "true")).isEqualTo(1);
    }

    private void open() {
        shop.inTransaction(() -> {
            tills.open(
                    TestShop.TILL,
                    new TillOpenedMessage(
                            TILL_SESSION,
                            TestShop.STORE,
                            "ben",
                            LocalDate.parse("2026-03-02"),
                            Instant.parse("2026-03-02T07:00:00Z"),
                            "EUR",
                            10_000L));
            return true;
        });
    }

    private void settle(String storeId) {
        shop.inTransaction(() -> {
            tills.settle(new TillSettledMessage(
                    TILL_SESSION,
                    storeId,
                    "ben",
                    Instant.parse("2026-03-02T18:00:00Z"),
                    "EUR",
                    List.of(new TillSettledMessage.Count("CASH", 10_000L, 10_000L)),
                    0L));
            return true;
        });
    }
}
