package org.tillwright.register.till;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.shop.TenderRules;

/** What cash may be moved without a sale. */
final class CashMovementRules {

    /** More than any drawer holds; it is a barcode in the wrong field. */
    private static final long MOST_MINOR = 1_000_000_000_000L;

    private CashMovementRules() {}

    /** Returns null when the cash may move, otherwise why not. What should be there is not told: the count is blind. */
    static @Nullable Notice fault(CashMovement wanted, Currency own, Expected expected, TenderRules tenders) {
        Money amount = wanted.amount();
        if (wanted.kind() == CashMovedMessage.Kind.NO_SALE) {
            return null;
        }
        if (amount.minor() <= 0 || amount.minor() > MOST_MINOR) {
            return Notice.of("till.move.nothing");
        }
        if (!amount.currency().equals(own) && rate(amount.currency(), tenders).isEmpty()) {
            return Notice.of("till.move.currency", amount.currency().code());
        }
        Money there = amount.currency().equals(own)
                ? expected.cash()
                : expected.foreign().getOrDefault(amount.currency().code(), Money.zero(amount.currency()));
        return wanted.takesOut() && amount.minor() > there.minor() ? Notice.of("till.move.too-much") : null;
    }

    /** What notes of another currency count for; null for the till's own. */
    static @Nullable Money worth(CashMovement wanted, Currency own, TenderRules tenders) {
        Money amount = wanted.amount();
        return amount.currency().equals(own)
                ? null
                : ForeignNotes.worth(amount, rate(amount.currency(), tenders).orElse(0L), own);
    }

    /** What one major unit of a currency is taken for, in millionths of the till's; empty when it is not taken. */
    static Optional<Long> rate(Currency currency, TenderRules tenders) {
        return Lists.of(tenders.currencies()).stream()
                .filter(other -> other.currency().equals(currency.code()))
                .map(TenderRules.ForeignCurrency::rateMicro)
                .findFirst();
    }
}
