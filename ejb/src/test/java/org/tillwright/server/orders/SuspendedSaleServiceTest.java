package org.tillwright.server.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.platform.Contention;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSaleSummary;

/** One parked cart, many registers that want it, and lines that break. */
class SuspendedSaleServiceTest {

    private static final ClaimRequest BY_BEN = new ClaimRequest("ben", OrderTill.AT);

    private final TestShop shop = new TestShop();
    private final SuspendedSaleService sales = shop.get(SuspendedSaleService.class);
    private final UUID cart = UUID.randomUUID();

    @BeforeEach
    void aCartIsParkedAtTheFirstTill() {
        keep("till-01", OrderTill.parked(cart, null));
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void everyRegisterOfTheStoreSeesWhatWasParked() {
        keep("till-01", OrderTill.parked(cart, null));
        assertThat(list("till-02")).singleElement().satisfies(seen -> {
            assertThat(seen.code()).isEqualTo(SuspendedSaleMessage.codeOf(cart)).hasSize(12);
            assertThat(seen.workstationName()).isEqualTo("Till 1");
            assertThat(seen.label()).isEqualTo("lady in red");
            assertThat(seen.firstItems()).containsExactly("The milk");
            assertThat(seen.totalMinor()).isEqualTo(129);
        });
        shop.database.tamper("insert into store values ('other', 'Other', null, null, null, null, 'DE', 'EUR', 'en',"
                + " 'Europe/Berlin', '04:00', 'IN_PRICE', 'PER_LINE', 'HALF_UP')");
        shop.database.tamper("insert into workstation values ('far-01', 'other', 'Far', null, null)");
        assertThat(list("far-01")).isEmpty();
        assertRefused(() -> take("far-01", UUID.randomUUID()), ProblemCode.NOT_FOUND, "choose one from the list");
    }

    @Test
    void ofTwoRegistersThatTakeOneCartAtOnceOneGetsItAndTheOtherASentence() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID wanted = UUID.randomUUID();
            keep("till-01", OrderTill.parked(wanted, null));
            ExecutorService pool = Executors.newFixedThreadPool(2);
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<String>> tries = new ArrayList<>();
            for (String till : List.of("till-01", "till-02")) {
                tries.add(pool.submit(() -> {
                    start.await();
                    try {
                        shop.inTransaction(() -> sales.take(till, wanted, UUID.randomUUID(), BY_BEN));
                        return "took it";
                    } catch (Refused refused) {
                        return refused.detail();
                    } catch (Contention lost) {
                        return "resumed at";
                    }
                }));
            }
            List<String> ends = List.of(tries.get(0).get(), tries.get(1).get());
            pool.shutdownNow();
            assertThat(ends).containsOnlyOnce("took it");
            assertThat(ends).filteredOn(end -> end.contains("resumed at")).hasSize(1);
        }
    }

    @Test
    void aClaimWhoseAnswerWasLostGetsTheSameCartAgain() {
        UUID claim = UUID.randomUUID();
        assertThat(take("till-02", claim)).isEqualTo(take("till-02", claim));
        assertThat(take("till-02", claim).draft()).isEqualTo("{\"milk\":1}");
        assertThat(list("till-01")).isEmpty();
        assertThat(list("till-02")).extracting(SuspendedSaleSummary::claimId).containsExactly(claim);
        assertRefused(() -> take("till-01", UUID.randomUUID()), ProblemCode.TAKEN_ELSEWHERE, "resumed at Till 2");
    }

    @Test
    void aCartThatWasSoldOrGivenUpIsNobodysAnyMore() {
        UUID claim = UUID.randomUUID();
        take("till-02", claim);
        new OrderTill(shop, "till-02").sell(claim, resumed(cart), 0);
        assertThat(list("till-02")).isEmpty();

        UUID second = UUID.randomUUID();
        UUID secondClaim = UUID.randomUUID();
        keep("till-01", OrderTill.parked(second, null));
        shop.inTransaction(() -> sales.take("till-01", second, secondClaim, BY_BEN));
        new OrderTill(shop, "till-01").giveUp(secondClaim);
        assertThat(list("till-01")).isEmpty();
        assertThat(shop.inTransaction(sales::resumedTwice).sales()).isEmpty();
    }

    @Test
    void twoSalesOfOneCartAreBothBookedAndListed() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        new OrderTill(shop, "till-01").sell(first, resumed(cart), 0); // without a line to the server
        assertRefused(() -> take("till-02", UUID.randomUUID()), ProblemCode.TAKEN_ELSEWHERE, "another register");
        new OrderTill(shop, "till-02").sell(second, resumed(cart), 0);
        assertThat(shop.inTransaction(sales::resumedTwice).sales())
                .singleElement()
                .satisfies(twice -> {
                    assertThat(twice.suspendedSaleId()).isEqualTo(cart);
                    assertThat(twice.transactionIds()).containsExactlyInAnyOrder(first.toString(), second.toString());
                });
        assertThat(shop.inTransaction(() -> sales.resumedTwiceIn(TestShop.STORE)))
                .isEqualTo(shop.inTransaction(sales::resumedTwice));
        assertThat(shop.inTransaction(() -> sales.resumedTwiceIn("elsewhere")).sales())
                .isEmpty();
        assertThat(shop.database.count("audit_entry", "action = 'SALE_RESUMED_TWICE'"))
                .isEqualTo(1);
        assertThat(shop.database.count("retail_transaction", "true")).isEqualTo(2);
    }

    @Test
    void aCartThatWasParkedAgainIsStillTheOneItWas() {
        UUID again = UUID.randomUUID();
        keep("till-02", OrderTill.parked(again, cart)); // resumed at till 2 without a line, and parked once more
        new OrderTill(shop, "till-01").sell(UUID.randomUUID(), resumed(cart), 0);
        assertThat(list("till-01"))
                .extracting(SuspendedSaleSummary::suspendedSaleId)
                .containsExactly(again);
        assertThat(shop.inTransaction(sales::resumedTwice).sales()).hasSize(1);
    }

    @Test
    void aCartWhoseSaleCameFirstIsNotOfferedAgain() {
        UUID late = UUID.randomUUID();
        new OrderTill(shop, "till-01").sell(UUID.randomUUID(), resumed(late), 0);
        keep("till-01", OrderTill.parked(late, null));
        assertThat(list("till-02"))
                .extracting(SuspendedSaleSummary::suspendedSaleId)
                .containsExactly(cart);
    }

    @Test
    void whatNobodyCameBackForExpiresWithARecord() {
        assertThat(shop.inTransaction(sales::expireDue)).isZero();
        shop.clock.advance(Duration.ofDays(8));
        assertThat(list("till-01")).isEmpty();
        assertRefused(() -> take("till-01", UUID.randomUUID()), ProblemCode.NOT_FOUND, "has expired");
        assertThat(shop.inTransaction(sales::expireDue)).isEqualTo(1);
        assertThat(shop.inTransaction(sales::expireDue)).isZero();
        assertThat(shop.database.count("suspended_sale", "state = 'EXPIRED' and draft is null"))
                .isEqualTo(1);
        assertThat(shop.database.count(
                        "audit_entry", "action = 'SUSPENDED_SALE_EXPIRED' and detail like '1 lines, 129 EUR%'"))
                .isEqualTo(1);
        assertRefused(() -> take("till-01", UUID.randomUUID()), ProblemCode.NOT_FOUND, "has expired");
    }

    private static SaleParticulars resumed(UUID from) {
        return new SaleParticulars(null, null, null, null, from, null);
    }

    private void keep(String till, SuspendedSaleMessage sale) {
        shop.inTransaction(() -> {
            sales.keep(till, sale);
            return true;
        });
    }

    private SuspendedSaleMessage take(String till, UUID claim) {
        return shop.inTransaction(() -> sales.take(till, cart, claim, BY_BEN));
    }

    private List<SuspendedSaleSummary> list(String till) {
        return shop.inTransaction(() -> sales.list(till).sales());
    }

    private static void assertRefused(Runnable call, ProblemCode code, String words) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.detail()).contains(words);
        });
    }
}
