package org.tillwright.server.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One debit or credit.
 *
 * @param subject what the account is split by, such as a tax rate; null for none
 * @param amountMinor positive for a debit, negative for a credit
 */
public record Posting(Account account, @Nullable String subject, long amountMinor) {

    public static Posting debit(Account account, long amountMinor) {
        return new Posting(account, null, amountMinor);
    }

    public static Posting credit(Account account, long amountMinor) {
        return new Posting(account, null, Math.negateExact(amountMinor));
    }
}
