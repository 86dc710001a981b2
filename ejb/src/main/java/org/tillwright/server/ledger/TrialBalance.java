package org.tillwright.server.ledger;

import java.util.List;

/** What every account stands at. In each currency the balances sum to zero, or the books are broken. */
public record TrialBalance(List<Balance> balances) {

    public TrialBalance {
        balances = List.copyOf(balances);
    }

    /** One account in one currency; positive when the debits are more. */
    public record Balance(String accountId, String currency, long balanceMinor) {}

    /** Returns an account's balance; 0 when nothing was posted to it in that currency. */
    public long balanceMinor(Account account, String currency) {
        return balances.stream()
                .filter(balance -> balance.accountId().equals(account.name())
                        && balance.currency().equals(currency))
                .mapToLong(Balance::balanceMinor)
                .sum();
    }
}
