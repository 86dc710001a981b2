package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;
import static org.tillwright.core.pricing.TestBook.cart;
import static org.tillwright.core.pricing.TestBook.line;
import static org.tillwright.core.pricing.TestBook.price;
import static org.tillwright.core.pricing.TestBook.units;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.PriceBook.Traits;

class DepositsTest {

    private static final PriceBook BOOK = TestBook.inPrice()
            .item("cola", "1.00", "S", goods(Map.of("bottle", units(1))))
            .item("crate of cola", "18.00", "S", goods(Map.of("crate", units(1))))
            .item("crate", "1.50", "S", deposit(Map.of("bottle", units(20))))
            .item("bottle", "0.15", "S", deposit(Map.of()))
            .item("bread", "2.00")
            .book();

    @Test
    void aDepositFollowsItsGoods() {
        Cart cart = Deposits.inStep(cart(line(1, "cola", 2000), line(2, "bread", 1000)), BOOK, 3);

        assertThat(cart.lines())
                .containsExactly(
                        line(1, "cola", 2000),
                        line(2, "bread", 1000),
                        line(3, "bottle", 2000).following(1));
        assertThat(price(cart, BOOK).total()).isEqualTo(eur("4.30"));
    }

    @Test
    void depositsOfDepositsFollowToo() {
        Cart cart = Deposits.inStep(cart(line(1, "crate of cola", 2000)), BOOK, 2);

        assertThat(cart.lines())
                .containsExactly(
                        line(1, "crate of cola", 2000),
                        line(2, "crate", 2000).following(1),
                        line(3, "bottle", 40_000).following(2));
        assertThat(price(cart, BOOK).total()).isEqualTo(eur("45.00"));
    }

    @Test
    void whenGoodsChangeTheirDepositsKeepTheirNumbers() {
        Cart before = Deposits.inStep(cart(line(1, "cola", 2000)), BOOK, 2);

        Cart more = Deposits.inStep(before.with(line(1, "cola", 5000)), BOOK, 3);

        assertThat(more.lines())
                .containsExactly(line(1, "cola", 5000), line(2, "bottle", 5000).following(1));
        assertThat(Deposits.inStep(more, BOOK, 3)).isEqualTo(more);
        assertThat(more.without(1).isEmpty()).isTrue();
    }

    @Test
    void goodsWithoutAReceiptBringTheirDepositBack() {
        Cart cart = Deposits.inStep(cart(line(1, "cola", -1000)), BOOK, 2);

        assertThat(cart.lines())
                .containsExactly(
                        line(1, "cola", -1000), line(2, "bottle", -1000).following(1));
    }

    @Test
    void anEmptyBottleComesBackAlone() {
        Cart cart = cart(line(1, "bottle", -3000));

        assertThat(Deposits.inStep(cart, BOOK, 2)).isEqualTo(cart);
        assertThat(price(cart, BOOK).total()).isEqualTo(eur("-0.45"));
    }

    @Test
    void aDepositThatLeadsBackToItsGoodsIsNoBook() {
        TestBook circle = TestBook.inPrice()
                .item("crate", "1.50", "S", deposit(Map.of("bottle", units(20))))
                .item("bottle", "0.15", "S", deposit(Map.of("crate", units(1))));
        TestBook noDeposit = TestBook.inPrice()
                .item("cola", "1.00", "S", goods(Map.of("bread", units(1))))
                .item("bread", "2.00");

        assertThatThrownBy(circle::book).hasMessage("the deposits of item bottle lead back to it");
        assertThatThrownBy(noDeposit::book).hasMessage("deposit bread of item cola is no deposit");
    }

    @Test
    void depositsHaveAFewLevelsAndNoMore() {
        TestBook four = chain(4);
        TestBook five = chain(5);

        assertThat(Deposits.inStep(cart(line(1, "goods", 1000)), four.book(), 2).lines())
                .hasSize(31);
        assertThatThrownBy(five::book).hasMessage("the deposits of item goods have more than 4 levels");
    }

    /** Goods with two deposits that have two deposits, and so on. */
    private static TestBook chain(int levels) {
        TestBook book = TestBook.inPrice();
        book.item("goods", "1.00", "S", goods(Map.of("a1", units(1), "b1", units(1))));
        for (int i = 1; i <= levels; i++) {
            Map<String, Quantity> next =
                    i == levels ? Map.of() : Map.of("a" + (i + 1), units(1), "b" + (i + 1), units(1));
            book.item("a" + i, "0.10", "S", deposit(next)).item("b" + i, "0.10", "S", deposit(next));
        }
        return book;
    }

    @Test
    void aDepositFollowsALineThatIsThere() {
        assertThatThrownBy(() -> cart(line(2, "bottle", 1000).following(1)))
                .hasMessage("line 2 follows line 1, which is not there");
        assertThatThrownBy(() -> line(2, "bottle", 1000).following(2)).hasMessage("line 2 follows itself");
    }

    private static Traits goods(Map<String, Quantity> deposits) {
        return new Traits(null, false, false, deposits, List.of());
    }

    private static Traits deposit(Map<String, Quantity> deposits) {
        return new Traits(null, false, true, deposits, List.of());
    }
}
