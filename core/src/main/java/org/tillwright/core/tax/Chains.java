package org.tillwright.core.tax;

import java.util.ArrayList;
import java.util.List;

/** The chains of one calculation. A receipt has few lists of taxes and many lines, and a chain remembers what it solved. */
final class Chains {

    private final List<TaxChain> chains = new ArrayList<>();

    TaxChain of(List<Tax> taxes) {
        for (TaxChain chain : chains) {
            if (chain.taxes().equals(taxes)) {
                return chain;
            }
        }
        TaxChain chain = TaxChain.of(taxes);
        chains.add(chain);
        return chain;
    }
}
