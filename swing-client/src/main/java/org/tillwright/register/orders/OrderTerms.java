package org.tillwright.register.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.wire.order.OrderKind;
import org.tillwright.wire.shop.OrderRules;

/** How long this shop keeps goods and prices, and for what deposit. */
final class OrderTerms {

    static final long USUAL_SUSPENDED_DAYS = 7;
    static final long USUAL_QUOTATION_DAYS = 14;
    static final long USUAL_LAYAWAY_DAYS = 60;

    /** A tenth. */
    static final long USUAL_MIN_DEPOSIT_PPM = 100_000;

    private final OrderRules rules;

    OrderTerms(OrderRules rules) {
        this.rules = rules;
    }

    Instant suspendedUntil(Instant now) {
        return now.plus(Duration.ofDays(or(rules.suspendedDays(), USUAL_SUSPENDED_DAYS)));
    }

    LocalDate validUntil(OrderKind kind, LocalDate today) {
        return switch (kind) {
            case QUOTATION -> today.plusDays(or(rules.quotationDays(), USUAL_QUOTATION_DAYS));
            case LAYAWAY -> today.plusDays(or(rules.layawayDays(), USUAL_LAYAWAY_DAYS));
        };
    }

    /** The least first deposit; rounded down, so that nobody is asked for a cent more than the share. */
    Money minDeposit(Money total) {
        Rate share = new Rate(or(rules.minDepositPpm(), USUAL_MIN_DEPOSIT_PPM));
        long minor = BigDecimal.valueOf(total.minor())
                .multiply(BigDecimal.valueOf(share.ppm()))
                .movePointLeft(6)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        return new Money(total.currency(), Math.min(minor, total.minor()));
    }

    /** What is given back when a layaway is cancelled: the deposits less what the shop keeps. */
    Money refund(Money deposits) {
        long kept = Math.min(Math.max(0, or(rules.cancellationFeeMinor(), 0)), Math.max(0, deposits.minor()));
        return new Money(deposits.currency(), deposits.minor() - kept);
    }

    private static long or(@Nullable Long own, long usual) {
        return own == null ? usual : own;
    }
}
