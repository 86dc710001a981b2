package org.tillwright.register.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestRegister.price;
import static org.tillwright.register.testing.TestStore.MANAGER;
import static org.tillwright.register.testing.TestStore.MILK_CODE;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.sale.SaleOutcome.NeedsPrice;
import org.tillwright.register.sale.SaleOutcome.Rung;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.pricing.PricingRules;

/** Prices that only lists have: for all, for another store, from a quantity on. */
class PriceListsAtTheTillTest {

    @TempDir
    Path directory;

    private TestRegister register;
    private SaleSession sale;

    @BeforeEach
    void open() throws Exception {
        register = TestRegister.open(directory);
        sale = register.sale;
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    @Test
    void anItemThatOnlyAListHasAPriceForIsRungUpWithoutAQuestion() {
        sellBy(list("all", null, null, 1_500_000));
        assertThat(sale.add("GIFT")).isEqualTo(new Rung(1));
        assertThat(sale.total()).isEqualTo(euro(150));
        assertThat(sale.lines().get(0).isOverridden()).isFalse();
    }

    @Test
    void aListOfAnotherStoreGivesNoPriceAndThePriceIsAskedFor() {
        sellBy(list("other", List.of("elsewhere"), null, 1_500_000));
        assertThat(sale.add("GIFT")).isInstanceOf(NeedsPrice.class);
        assertThat(sale.isEmpty()).isTrue();
    }

    @Test
    void aPriceThatBeginsAtAQuantityIsNeitherAskedForThereNorLostBelowIt() {
        sellBy(list("ten", null, 10_000L, 1_000_000));
        assertThat(sale.add("GIFT")).isInstanceOf(NeedsPrice.class);
        assertThat(sale.ring(new RingUp("gift", Quantity.of(10), null), MANAGER))
                .isEqualTo(new Rung(1));
        assertThat(sale.total()).isEqualTo(euro(1000));
        assertThat(said(sale.changeQuantity(1, Quantity.of(9)))).isEqualTo("sale.no-price-then");
        sale.add(MILK_CODE);
        assertThat(sale.ring(new RingUp("gift", Quantity.ONE, null), MANAGER)).isEqualTo(new Rung(3));
        assertThat(said(sale.voidLine(1))).isEqualTo("sale.no-price-then");
        assertThat(sale.total()).isEqualTo(euro(1229));
        sale.overridePrice(3, price(120), "GOODWILL", MANAGER);
        sale.voidLine(1);
        assertThat(sale.total()).isEqualTo(euro(249));
    }

    @Test
    void aDraftKeepsWhatAListPricesAndLeavesOutWhatNobodyDoes() throws Exception {
        sellBy(list("all", null, null, 1_500_000));
        sale.add("GIFT");
        sale.add(MILK_CODE);
        restart(list("all", null, null, 1_500_000));
        assertThat(sale.recover()).isTrue();
        assertThat(sale.total()).isEqualTo(euro(279));
        restart(list("other", List.of("elsewhere"), null, 1_500_000));
        assertThat(sale.recover()).isTrue();
        assertThat(sale.lines()).extracting(SaleLine::itemId).containsExactly("milk");
    }

    private void restart(PricingRules rules) throws Exception {
        register.close();
        register = new TestRegister(directory);
        sale = register.sale;
        sellBy(rules);
    }

    private void sellBy(PricingRules rules) {
        register.catalogues.put(Catalogue.of(TestStore.snapshot(2, 0, TestStore.items(), TestStore.EPOCH, rules)));
    }

    private static PricingRules list(
            String id, @Nullable List<String> stores, @Nullable Long minimumMilli, long priceMicro) {
        var prices = List.of(new PricingRules.Price("gift", minimumMilli, priceMicro));
        return new PricingRules(
                "EUR",
                null,
                null,
                null,
                null,
                List.of(new PricingRules.PriceList(id, stores, null, null, null, prices)),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String said(SaleOutcome outcome) {
        return ((Said) outcome).notice().key();
    }
}
