package org.tillwright.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;

class StockServiceTest {

    private final TestShop shop = new TestShop();
    private final StockService stock = shop.get(StockService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aCountBooksTheDifferenceAndARepeatNothing() {
        UUID count = UUID.randomUUID();
        count(count, "milk", 12_000);
        count(count, "milk", 12_000);
        count(UUID.randomUUID(), "milk", 9_000);
        count(UUID.randomUUID(), "milk", 9_000);
        assertThat(onHand("milk")).isEqualTo(9_000);
        assertThat(shop.database.count("stock_count", "true")).isEqualTo(3);
        assertThat(shop.inTransaction(() -> stock.movements("shop", "milk")))
                .extracting(StockMoved::quantityMilli)
                .containsExactlyInAnyOrder(12_000L, -3_000L);
        assertThat(shop.inTransaction(() -> stock.itemsOutOfBalance("shop"))).isEmpty();
        assertThat(shop.database.count("audit_entry", "action = 'STOCK_COUNTED' and operator_id = 'anna'"))
                .isEqualTo(3);
    }

    @Test
    void aCostThatIsSaidAgainIsNoChange() {
        cost("milk", 800_000);
        cost("milk", 800_000);
        cost("milk", 805_000);
        assertThat(shop.inTransaction(() -> stock.costs("shop", "milk")))
                .extracting(CostTold::costMicro)
                .containsExactly(805_000L, 800_000L);
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(ProblemCode.NOT_FOUND, () -> count(UUID.randomUUID(), "ghost", 1_000));
        refused(ProblemCode.UNSOUND_ITEM, () -> count(UUID.randomUUID(), "milk", 1_500));
        refused(ProblemCode.UNSOUND_ITEM, () -> count(UUID.randomUUID(), "milk", -1_000));
        refused(ProblemCode.UNSOUND_ITEM, () -> cost("milk", -1));
        assertThat(shop.database.count("stock_entry", "true")).isZero();
    }

    @Test
    void aListShowsWhatIsOnHandAndWhatItCost() {
        count(UUID.randomUUID(), "apples", 12_345);
        cost("apples", 1_500_000);
        StockLine apples = list("APPL", false).get(0);
        assertThat(apples.name()).isEqualTo("The apples");
        assertThat(apples.department()).isEqualTo("Food");
        assertThat(apples.onHandMilli()).isEqualTo(12_345);
        assertThat(apples.valueMinor()).isEqualTo(1_852); // 18.5175, half up
        assertThat(list("", false)).extracting(StockLine::itemId).containsExactly("apples", "bag", "milk");
        assertThat(list("4006381333931", false)).extracting(StockLine::itemId).containsExactly("milk");
        assertThat(list("%", false)).isEmpty();
        assertThat(list("", true)).isEmpty();
    }

    @Test
    void aSearchFindsItemsByBeginningsOfWordsAsTheListOfItemsDoes() {
        assertThat(list("the", false)).extracting(StockLine::itemId).containsExactly("apples", "bag", "milk");
        assertThat(list("M\u00ecl the", false)).extracting(StockLine::itemId).containsExactly("milk");
        assertThat(list("04006381333931", false)).extracting(StockLine::itemId).containsExactly("milk");
        assertThat(list("milk bag", false)).isEmpty();
        assertThat(list("ilk", false)).isEmpty();
    }

    private List<StockLine> list(String text, boolean belowZero) {
        StockSearch search = new StockSearch("shop", "en", text, null, belowZero, StockSearch.Order.NAME, 0, 50);
        List<StockLine> found = shop.inTransaction(() -> stock.list(search));
        assertThat(shop.inTransaction(() -> stock.count(search))).isEqualTo(found.size());
        return found;
    }

    private void refused(ProblemCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }

    private long onHand(String item) {
        return shop.inTransaction(() -> stock.onHandMilli("shop", item));
    }

    private void count(UUID id, String item, long milli) {
        shop.inTransaction(() -> {
            stock.count(new StockCount(id, "shop", item, milli, "anna"));
            return true;
        });
    }

    private void cost(String item, long micro) {
        shop.inTransaction(() -> {
            stock.setCost(new UnitCost("shop", item, micro, "anna"));
            return true;
        });
    }
}
