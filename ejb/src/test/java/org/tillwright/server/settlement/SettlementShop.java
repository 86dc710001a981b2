package org.tillwright.server.settlement;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.TestShop;
import org.tillwright.server.journal.TestTill;
import org.tillwright.server.ledger.Account;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.platform.Contention;
import org.tillwright.wire.PayoutAnswer;
import org.tillwright.wire.SaleMessage;

/** The small shop, whose tills take cards and whose acquirer pays out. */
final class SettlementShop implements AutoCloseable {

    static final String HEADING = "kind,amount,fee,terminal,authorization,trace,date,paid-on\n";

    final TestShop shop = new TestShop();
    final TestTill till = new TestTill(shop, TestShop.TILL);
    final PayoutService payouts = shop.get(PayoutService.class);
    final SettlementService settlement = shop.get(SettlementService.class);

    SaleMessage card(String lines, String code, String trace) {
        return till.sellByCard(lines, new SaleMessage.Card("VISA", "1111", code, "T-1", trace));
    }

    PayoutAnswer upload(String name, String lines) {
        return upload(name, lines, null);
    }

    PayoutAnswer upload(String name, String lines, @Nullable String columns) {
        byte[] content = (HEADING + lines).getBytes(StandardCharsets.UTF_8);
        return untilItWins(unused -> payouts.upload(TestShop.STORE, name, content, columns, "anna"));
    }

    /** Loses a race as the container lets it: the same work again, in a new transaction. */
    <T> T untilItWins(Function<SettlementShop, T> work) {
        for (int attempt = 1; attempt < 5; attempt++) {
            try {
                return shop.inTransaction(() -> work.apply(this));
            } catch (Contention lost) {
                // Whoever won has written what this one reads next time.
            }
        }
        return shop.inTransaction(() -> work.apply(this));
    }

    List<OpenAmount> open() {
        return open(OpenFilter.ALL);
    }

    List<OpenAmount> open(OpenFilter filter) {
        return shop.inTransaction(
                () -> settlement.find(TestShop.STORE, filter, null, 100).rows());
    }

    void resolve(OpenAmount open, Resolution reason) {
        shop.clock.advance(Duration.ofSeconds(1));
        boolean unused = shop.inTransaction(() -> {
            settlement.resolve(TestShop.STORE, open.kind(), open.id(), reason, "looked at it", "anna");
            return true;
        });
    }

    void match(OpenAmount line, TenderChoice tender) {
        shop.clock.advance(Duration.ofSeconds(1));
        boolean unused = shop.inTransaction(() -> {
            settlement.match(TestShop.STORE, line.id(), tender.id(), "the slip shows it", "anna");
            return true;
        });
    }

    List<TenderChoice> choices(OpenAmount line, @Nullable String text) {
        return shop.inTransaction(() -> settlement.choices(TestShop.STORE, line.id(), text));
    }

    void undo(ResolvedAmount done) {
        shop.clock.advance(Duration.ofSeconds(1));
        boolean unused = shop.inTransaction(() -> {
            settlement.undo(TestShop.STORE, done.kind(), done.id(), "anna");
            return true;
        });
    }

    List<ResolvedAmount> resolved() {
        return shop.inTransaction(() -> settlement.resolved(TestShop.STORE));
    }

    OpenAmount one(OpenReason reason) {
        return open().stream()
                .filter(each -> each.reason() == reason)
                .findFirst()
                .orElseThrow();
    }

    long books(Account account) {
        return shop.inTransaction(() -> shop.get(LedgerService.class).trialBalance())
                .balanceMinor(account, "EUR");
    }

    @Override
    public void close() {
        shop.close();
    }
}
