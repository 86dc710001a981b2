package org.tillwright.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;
import org.tillwright.server.platform.Contention;

class LedgerServiceTest {

    private static final UUID SOURCE = UUID.randomUUID();

    @Test
    void anEntryThatDoesNotSumToZeroCannotBeMade() {
        assertThatThrownBy(() -> entry(Posting.debit(Account.CASH, 100), Posting.credit(Account.SALES, 99)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum to 1");
    }

    @Test
    void anEventIsBookedOnceAndZeroPostingsNotAtAll() {
        try (TestShop shop = new TestShop()) {
            JournalEntry entry = entry(
                    Posting.debit(Account.CASH, 100),
                    Posting.credit(Account.SALES, 100),
                    Posting.debit(Account.CARD, 0));
            post(shop, entry);
            assertThat(shop.database.count("posting", "true")).isEqualTo(2);
            assertThatThrownBy(() -> post(shop, entry)).isInstanceOf(Contention.class);
            TrialBalance balance =
                    shop.inTransaction(() -> shop.get(LedgerService.class).trialBalance());
            assertThat(balance.balanceMinor(Account.CASH, "EUR")).isEqualTo(100);
            assertThat(balance.balanceMinor(Account.SAFE, "EUR")).isZero();
        }
    }

    private static JournalEntry entry(Posting... postings) {
        return new JournalEntry(
                SOURCE, "SALE", TestShop.STORE, LocalDate.parse("2026-03-02"), "EUR", List.of(postings));
    }

    private static void post(TestShop shop, JournalEntry entry) {
        shop.inTransaction(() -> {
            shop.get(LedgerService.class).post(entry);
            return entry;
        });
    }
}
