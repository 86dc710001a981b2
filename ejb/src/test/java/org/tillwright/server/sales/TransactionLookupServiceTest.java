package org.tillwright.server.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;
import org.tillwright.server.journal.TestTill;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;

class TransactionLookupServiceTest {

    private final TestShop shop = new TestShop();
    private final TestTill till = new TestTill(shop, "till-01");
    private final TestTill other = new TestTill(shop, "till-02");

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void theNewestComeFirstWithWhatAListShows() {
        SaleMessage first = till.sell("milk 1000");
        shop.clock.advance(Duration.ofSeconds(1));
        SaleMessage second = other.by("anna").sellByCard("apples 345, milk -1000, milk 2000 @990000", "4242");

        List<TransactionRow> rows = newest(all()).rows();
        assertThat(ids(rows)).containsExactly(second.transactionId(), first.transactionId());
        TransactionRow row = rows.get(0);
        assertThat(row.workstationName()).isEqualTo("Till 2");
        assertThat(row.operatorName()).isEqualTo("Anna");
        assertThat(row.sequence()).isEqualTo(1);
        assertThat(row.totalMinor()).isEqualTo(second.totalMinor());
        assertThat(row.lineCount()).isEqualTo(3);
        assertThat(row.tenders()).containsExactly("CARD");
        assertThat(row.hasReturns()).isTrue();
        assertThat(row.hasOverrides()).isTrue();
        assertThat(row.disputed()).isFalse();
        assertThat(rows.get(1).tenders()).containsExactly("CASH");
        assertThat(rows.get(1).hasReturns()).isFalse();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeatThoughManyArriveInOneMoment() {
        int sales = 2 * TransactionPage.ROWS + 7;
        Random random = new Random(7);
        for (int i = 0; i < sales; i++) {
            till.sell("milk 1000");
            if (random.nextInt(4) == 0) {
                shop.clock.advance(Duration.ofMillis(1));
            }
        }
        TransactionPage page = newest(all());
        assertThat(page.hasNewer()).isFalse();
        assertThat(page.hasOlder()).isTrue();
        List<UUID> seen = new ArrayList<>(ids(page.rows()));
        while (page.hasOlder()) {
            other.sell("milk 1000"); // what arrives meanwhile moves no page
            page = olderThan(page.rows().get(page.rows().size() - 1).place());
            seen.addAll(ids(page.rows()));
        }
        assertThat(seen).hasSize(sales).doesNotHaveDuplicates();

        TransactionPage back = newerThan(page.rows().get(0).place());
        assertThat(back.rows()).hasSize(TransactionPage.ROWS);
        assertThat(back.hasNewer()).isTrue();
        assertThat(ids(back.rows())).isEqualTo(seen.subList(TransactionPage.ROWS, 2 * TransactionPage.ROWS));
    }

    @Test
    void aPlaceIsReadAsItIsWrittenAndNothingElseIs() {
        TransactionPlace place = new TransactionPlace(Instant.parse("2026-03-02T09:00:00.123456Z"), UUID.randomUUID());
        assertThat(TransactionPlace.read(place.toString())).contains(place);
        assertThat(TransactionPlace.read("")).isEmpty();
        assertThat(TransactionPlace.read("2026_x")).isEmpty();
        assertThat(TransactionPlace.read("2026-03-02T09:00:00Z_1' or 1=1")).isEmpty();
    }

    @Test
    void eachFilterFindsWhatItNamesAndNothingElse() {
        UUID cash = till.at("2026-03-01T10:00:00Z").sell("milk 1000").transactionId();
        UUID card = other.at("2026-03-02T10:00:00Z")
                .by("anna")
                .sellByCard("apples 1000", "4242")
                .transactionId();
        UUID wrong = till.at("2026-03-03T10:00:00Z")
                .milkPrice(1_190_000)
                .sell("milk 1000")
                .transactionId();
        LocalDate second = LocalDate.parse("2026-03-02");

        assertThat(found(new Wanted().days(second, null))).containsExactlyInAnyOrder(card, wrong);
        assertThat(found(new Wanted().days(null, second))).containsExactlyInAnyOrder(card, cash);
        assertThat(found(new Wanted().workstation("till-02"))).containsExactly(card);
        assertThat(found(new Wanted().operator("anna"))).containsExactly(card);
        assertThat(found(new Wanted().tender("CARD"))).containsExactly(card);
        assertThat(found(new Wanted().tender("CASH"))).containsExactlyInAnyOrder(cash, wrong);
        assertThat(found(new Wanted().amounts(120L, 130L))).containsExactly(cash);
        assertThat(found(new Wanted().item("apples"))).containsExactly(card);
        assertThat(found(new Wanted().item("4006381333931"))).containsExactlyInAnyOrder(cash, wrong);
        assertThat(found(new Wanted().item("the MILK"))).containsExactlyInAnyOrder(cash, wrong);
        assertThat(found(new Wanted().disputed())).containsExactly(wrong);
        assertThat(found(new Wanted().text("2"))).containsExactly(wrong);
        assertThat(found(new Wanted().text("4242"))).containsExactly(card);
        assertThat(found(new Wanted().text(card.toString()))).containsExactly(card);
        assertThat(found(new Wanted().text(detail(card).receiptCode()))).containsExactly(card);
        assertThat(found(new Wanted().text("the APPLES"))).containsExactly(card);
        assertThat(found(new Wanted().text("100%"))).isEmpty();
        assertThat(found(new Wanted().item("'; drop table line_item; --"))).isEmpty();
        assertThat(found(new Wanted().operator("anna").tender("CASH"))).isEmpty();
    }

    @Test
    void anotherStoresSalesAreNeitherListedNorFound() {
        UUID id = till.sell("milk 1000").transactionId();
        assertThat(shop.inTransaction(
                        () -> lookup().newest(TransactionFilter.of("elsewhere")).rows()))
                .isEmpty();
        assertThat(shop.inTransaction(() -> lookup().find("elsewhere", id))).isEmpty();
        assertThat(shop.inTransaction(() -> lookup().storedBytes("elsewhere", id)))
                .isEmpty();
    }

    @Test
    void theDetailHasEveryLineTaxAndTender() {
        till.open(10_000);
        SaleMessage sale = till.sellByCard("milk 2000, apples 345, milk 1000 @990000, ghost -1000", "4242");
        TransactionDetail detail = detail(sale.transactionId());

        assertThat(detail.lines()).hasSize(4);
        assertThat(detail.lines().stream()
                        .mapToLong(TransactionDetail.Line::extendedMinor)
                        .sum())
                .isEqualTo(sale.totalMinor());
        TransactionDetail.Line apples = detail.lines().get(1);
        assertThat(apples.description()).isEqualTo("The apples");
        assertThat(apples.unit()).isEqualTo("KILOGRAM");
        assertThat(apples.isOverridden()).isFalse();
        TransactionDetail.Line cheaper = detail.lines().get(2);
        assertThat(cheaper.isOverridden()).isTrue();
        assertThat(cheaper.regularUnitPriceMicro()).isEqualTo(1_290_000);
        assertThat(cheaper.overrideReason()).isEqualTo("DAMAGED");
        assertThat(cheaper.approverName()).isEqualTo("Anna");
        assertThat(detail.lines().get(3).isReturn()).isTrue();
        assertThat(detail.lines().get(3).unit()).isNull();
        assertThat(detail.taxLines()).hasSize(1);
        assertThat(detail.taxLines().get(0).grossMinor()).isEqualTo(sale.totalMinor());
        assertThat(detail.tenders())
                .containsExactly(
                        new TransactionDetail.Tender("CARD", sale.totalMinor(), "VISA", "4242", "A1B2C3", "T-1"));
        assertThat(detail.till().openedAt()).isNotNull();
        assertThat(detail.till().settledAt()).isNull();
        assertThat(detail.row().operatorName()).isEqualTo("Ben");
    }

    @Test
    void theStoredBytesAreTheOnesThatCameAndTheirHashIsTold() throws Exception {
        SaleMessage sale = till.sell("milk 1000");
        byte[] sent = till.recordOf(RecordKind.SALE, sale);
        byte[] stored = shop.inTransaction(() -> lookup().storedBytes(TestShop.STORE, sale.transactionId()))
                .orElseThrow();

        assertThat(stored).isEqualTo(sent);
        TransactionDetail.StoredRecord told = detail(sale.transactionId()).stored();
        assertThat(told.length()).isEqualTo(sent.length);
        assertThat(told.kind()).isEqualTo("SALE");
        assertThat(told.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(sent)));
    }

    @Test
    void aDisputedSaleIsListedWithBothTotalsAndWhatAPersonMadeOfIt() {
        UUID id = till.milkPrice(1_190_000).sell("milk 1000").transactionId();
        DisputedSale disputed = disputed().get(0);
        assertThat(disputed.row().totalMinor()).isEqualTo(119);
        assertThat(disputed.dispute().computedTotalMinor()).isEqualTo(129);
        assertThat(disputed.differenceMinor()).isEqualTo(-10);
        assertThat(disputed.dispute().differences()).contains("total told 119, computed 129");
        assertThat(disputed.dispute().look()).isNull();
        assertThat(countOpenDisputes()).isEqualTo(1);

        look(id, " The price was keyed in the night. ");
        assertThat(countOpenDisputes()).isZero();
        TransactionDetail.Dispute told = detail(id).dispute();
        assertThat(told).isNotNull();
        assertThat(told.look()).isNotNull();
        assertThat(told.look().note()).isEqualTo("The price was keyed in the night.");
        assertThat(told.look().operatorName()).isEqualTo("Anna");
        assertThat(shop.database.count("audit_entry", "action = 'DISPUTED_SALE_LOOKED_AT' and subject = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeComputedHasNoDifference() {
        till.sell("ghost 1000");
        assertThat(disputed().get(0).dispute().computedTotalMinor()).isNull();
        assertThat(disputed().get(0).differenceMinor()).isNull();
    }

    @Test
    void aLookWithoutAWordOrAtASaleThatIsNotDisputedIsRefused() {
        UUID fine = till.sell("milk 1000").transactionId();
        UUID wrong = till.milkPrice(1_190_000).sell("milk 1000").transactionId();
        assertThatThrownBy(() -> look(fine, "x")).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> look(wrong, " ")).hasMessageContaining("MALFORMED");
        assertThatThrownBy(() -> look(wrong, "x".repeat(501))).hasMessageContaining("MALFORMED");
        assertThat(countOpenDisputes()).isEqualTo(1);
    }

    @Test
    void arrivalsAreThoseSinceAMomentAndAtMostSoMany() {
        till.sell("milk 1000");
        shop.clock.advance(Duration.ofSeconds(10));
        UUID second = till.sell("milk 1000").transactionId();
        Instant since = shop.clock.instant().minusSeconds(5);
        List<Arrival> arrivals = shop.inTransaction(() -> lookup().arrivals(TestShop.STORE, since));
        assertThat(arrivals).extracting(Arrival::transactionId).containsExactly(second);
    }

    /** A filter, one wish after another. */
    private static final class Wanted {

        private TransactionFilter filter = all();

        Wanted days(LocalDate from, LocalDate to) {
            return with(from, to, null, null, null, null, null, null, null, false);
        }

        Wanted workstation(String id) {
            return with(null, null, id, null, null, null, null, null, null, false);
        }

        Wanted operator(String id) {
            return with(null, null, null, id, null, null, null, null, null, false);
        }

        Wanted tender(String tender) {
            return with(null, null, null, filter.operatorId(), tender, null, null, null, null, false);
        }

        Wanted amounts(Long least, Long most) {
            return with(null, null, null, null, null, least, most, null, null, false);
        }

        Wanted item(String item) {
            return with(null, null, null, null, null, null, null, item, null, false);
        }

        Wanted text(String text) {
            return with(null, null, null, null, null, null, null, null, text, false);
        }

        Wanted disputed() {
            return with(null, null, null, null, null, null, null, null, null, true);
        }

        private Wanted with(
                LocalDate from,
                LocalDate to,
                String workstation,
                String operator,
                String tender,
                Long least,
                Long most,
                String item,
                String text,
                boolean disputed) {
            filter = new TransactionFilter(
                    TestShop.STORE, from, to, workstation, operator, tender, least, most, item, text, disputed);
            return this;
        }
    }

    private static TransactionFilter all() {
        return TransactionFilter.of(TestShop.STORE);
    }

    private TransactionLookupService lookup() {
        return shop.get(TransactionLookupService.class);
    }

    private List<UUID> found(Wanted wanted) {
        return ids(newest(wanted.filter).rows());
    }

    private TransactionPage newest(TransactionFilter filter) {
        return shop.inTransaction(() -> lookup().newest(filter));
    }

    private TransactionPage olderThan(TransactionPlace place) {
        return shop.inTransaction(() -> lookup().olderThan(all(), place));
    }

    private TransactionPage newerThan(TransactionPlace place) {
        return shop.inTransaction(() -> lookup().newerThan(all(), place));
    }

    private TransactionDetail detail(UUID id) {
        return shop.inTransaction(() -> lookup().find(TestShop.STORE, id)).orElseThrow();
    }

    private List<DisputedSale> disputed() {
        return shop.inTransaction(() -> lookup().disputed(TestShop.STORE));
    }

    private long countOpenDisputes() {
        return shop.inTransaction(() -> lookup().countOpenDisputes(TestShop.STORE));
    }

    private void look(UUID id, String note) {
        shop.inTransaction(() -> {
            lookup().markLookedAt(TestShop.STORE, id, "anna", note);
            return id;
        });
    }

    private static List<UUID> ids(List<TransactionRow> rows) {
        return rows.stream().map(TransactionRow::transactionId).toList();
    }
}
