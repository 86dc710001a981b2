package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;

/**
 * What an operator takes off a line or a whole sale by hand: either a percentage or an amount.
 *
 * @param discountId names it among those of its line, or of the whole sale, for receipts, returns and reports
 * @param percent from 0 to 100 %, or null
 * @param amount never negative, or null
 * @param reason code of the reason, such as {@code DAMAGED}
 * @param approverId the operator who may do this and did
 */
public record ManualDiscount(
        String discountId, @Nullable Rate percent, @Nullable Money amount, String reason, String approverId) {

    public ManualDiscount {
        requireNonNull(discountId, "discountId");
        if ((percent == null) == (amount == null)) {
            throw new IllegalArgumentException("discount " + discountId + " is neither a percentage nor an amount");
        }
        if (percent != null && (percent.ppm() < 0 || percent.ppm() > Rate.WHOLE)) {
            throw new IllegalArgumentException(
                    "discount " + discountId + " of " + percent.percentText() + " % is not from 0 to 100 %");
        }
        if (amount != null && amount.isNegative()) {
            throw new IllegalArgumentException("discount " + discountId + " of " + amount + " is negative");
        }
    }

    public static ManualDiscount percent(String discountId, Rate percent, String reason, String approverId) {
        return new ManualDiscount(discountId, percent, null, reason, approverId);
    }

    public static ManualDiscount amount(String discountId, Money amount, String reason, String approverId) {
        return new ManualDiscount(discountId, null, amount, reason, approverId);
    }
}
