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
import org.tillwright.server.journal.TestTill;
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
    void aTillIsNotSettledByAnotherWorkstationThoughOfTheSameStore() {
        open();
        assertThatThrownBy(() -> settle("till-02"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(ProblemCode.TRANSACTION_CONFLICT));
        assertThat(shop.database.count("till_settlement", "true")).isZero();
        settle(TestShop.TILL);
        assertThat(shop.inTransaction(() -> tills.find(TILL_SESSION))
                        .orElseThrow()
                        .status())
                .isEqualTo("SETTLED");
    }

    /** Its opening may wait in quarantine; the money was counted all the same. */
    @Test
    void aTillThatNobodyOpenedHereIsSettledAllTheSame() {
        settle(TestShop.TILL);
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

    /** Whose opening did not arrive is whose sales are in it. */
    @Test
    void aTillWhoseOpeningIsMissingBelongsToWhereItsSalesWereMade() {
        TestTill first = new TestTill(shop, TestShop.TILL);
        first.sell("milk 1000");
        assertThatThrownBy(() -> settle("till-02", first.tillSessionId()))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(ProblemCode.TRANSACTION_CONFLICT));
        settle(TestShop.TILL, first.tillSessionId());
        assertThat(shop.database.count("till_settlement", "true")).isEqualTo(1);
    }

    private void settle(String workstationId) {
        settle(workstationId, TILL_SESSION);
    }

    private void settle(String workstationId, UUID tillSessionId) {
        shop.inTransaction(() -> {
            tills.settle(
                    workstationId,
                    new TillSettledMessage(
                            tillSessionId,
                            TestShop.STORE,
                            "ben",
                            Instant.parse("2026-03-02T18:00:00Z"),
                            "EUR",
                            List.of(new TillSettledMessage.Count("CASH", 10_000L, 10_000L)),
                            0L));
            return true;
        });
    }
}
