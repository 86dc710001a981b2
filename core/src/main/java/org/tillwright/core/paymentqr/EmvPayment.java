package org.tillwright.core.paymentqr;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;

/**
 * A payment that a merchant asks for by a code of EMVCo (merchant-presented mode, version 1.1). What may stand in it is
 * checked when it is written and read, all faults together.
 *
 * @param initiation whether the code is for many payments or for this one; null where it does not say
 * @param accounts of the networks that have their own ids, 2 to 25
 * @param networks accounts of all others, ids 26 to 51; there is one account or network at least
 * @param category what the merchant sells: four digits of ISO 18245
 * @param amount null where the customer keys it in
 * @param tip null where nothing is paid beyond the amount
 * @param country two letters of ISO 3166
 * @param merchantName at most 25 letters, as customers know it
 * @param city at most 15 letters
 * @param postalCode at most 10 letters
 * @param details additional data, together at most 99 letters with {@code detailTemplates}
 * @param detailTemplates additional data of networks, ids 50 to 99
 * @param unreserved whatever else networks agree on, ids 80 to 99
 */
public record EmvPayment(
        @Nullable Initiation initiation,
        List<EmvObject> accounts,
        List<EmvTemplate> networks,
        String category,
        Currency currency,
        @Nullable Money amount,
        @Nullable EmvTip tip,
        String country,
        String merchantName,
        String city,
        @Nullable String postalCode,
        Map<EmvDetail, String> details,
        List<EmvTemplate> detailTemplates,
        @Nullable EmvLocal local,
        List<EmvTemplate> unreserved) {

    public EmvPayment {
        requireNonNull(category, "category");
        requireNonNull(country, "country");
        requireNonNull(merchantName, "merchantName");
        requireNonNull(city, "city");
        requireSame(currency, amount);
        requireSame(currency, tip instanceof EmvTip.Fee fee ? fee.amount() : null);
        accounts = List.copyOf(accounts);
        networks = List.copyOf(networks);
        details = Collections.unmodifiableMap(new TreeMap<>(details));
        detailTemplates = List.copyOf(detailTemplates);
        unreserved = List.copyOf(unreserved);
        accounts.forEach(each -> requireIds("accounts", each.id(), EmvIds.FIRST_ACCOUNT, EmvIds.FIRST_NETWORK - 1));
        networks.forEach(each -> requireIds("networks", each.id(), EmvIds.FIRST_NETWORK, EmvIds.LAST_NETWORK));
        detailTemplates.forEach(
                each -> requireIds("additional data", each.id(), EmvIds.FIRST_DETAIL_TEMPLATE, EmvNode.MAX_ID));
        unreserved.forEach(each -> requireIds("others", each.id(), EmvIds.FIRST_UNRESERVED, EmvNode.MAX_ID));
    }

    private static void requireIds(String what, int id, int first, int last) {
        if (id < first || id > last) {
            throw new IllegalArgumentException(what + " have no id " + id);
        }
    }

    private static void requireSame(Currency currency, @Nullable Money amount) {
        if (amount != null && !amount.currency().equals(currency)) {
            throw new IllegalArgumentException("mixed currencies: " + amount + " in a payment of " + currency.code());
        }
    }

    /** Whether a code is shown to everybody or made for one payment. */
    public enum Initiation {
        STATIC,
        DYNAMIC
    }
}
