package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.core.pricing.GoldenTotals;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.server.TestShop;
import org.tillwright.server.catalog.CatalogService;
import org.tillwright.server.catalog.ItemDraft;
import org.tillwright.server.pricing.TaxRateService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.server.sales.SalesService;
import org.tillwright.server.sales.TransactionSummary;

/** The totals that a person worked out by hand, told by a register and computed by the server. */
class GoldenTotalsTest {

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void theServerComesToEveryTotalThatAPersonWorkedOut() throws Exception {
        long version = stockTheShelves();
        int sequence = 0;
        for (GoldenTotals.Row row : GoldenTotals.rows()) {
            if (!row.book().currency().equals(TestShop.EUR)) {
                continue; // the shop counts in euros
            }
            sequence++;
            UUID id = UUID.randomUUID();
            PricedCart priced = PricingEngine.price(row.cart(), row.book());
            byte[] record = SaleBuilder.record(
                    "till-01", sequence, version, row.policy(), SaleBuilder.sale(id, TestShop.STORE, priced));
            assertThat(journal.accept("till-01", sequence, record).acceptance().disputed())
                    .as(row.toString())
                    .isFalse();
            TransactionSummary stored = shop.inTransaction(
                            () -> shop.get(SalesService.class).find(id))
                    .orElseThrow();
            assertThat(List.of(stored.netMinor(), stored.taxMinor(), stored.totalMinor()))
                    .as(row.toString())
                    .containsExactly(row.netMinor(), row.taxMinor(), row.totalMinor());
        }
        assertThat(sequence).isGreaterThan(20);
    }

    private long stockTheShelves() {
        List<ItemDraft> drafts = new ArrayList<>();
        for (GoldenTotals.Item item : GoldenTotals.items().values()) {
            if (item.unitPrice().currency().equals(TestShop.EUR)) {
                String category = item.taxRate().taxRateId();
                shop.inTransaction(() -> shop.get(TaxRateService.class).setRate(category, item.taxRate()));
                drafts.add(new ItemDraft(
                        item.itemId(),
                        Map.of("en", item.itemId()),
                        "food",
                        "PIECE",
                        category,
                        item.unitPrice().micro(),
                        List.of(),
                        null,
                        null,
                        true));
            }
        }
        shop.inTransaction(() -> shop.get(CatalogService.class).importItems(drafts));
        return shop.inTransaction(() -> shop.get(PublicationService.class).latest());
    }
}
