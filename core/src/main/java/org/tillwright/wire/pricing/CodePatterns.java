package org.tillwright.wire.pricing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds code patterns that cannot be read, or that read one code in two ways. */
final class CodePatterns {

    private CodePatterns() {}

    static void faultsOf(List<PricingRules.CodePattern> told, FaultList faults) {
        Set<String> patterns = new HashSet<>();
        for (int i = 0; i < told.size(); i++) {
            faults.unique(patterns, told.get(i).pattern(), "codePatterns[" + i + "].pattern");
        }
    }
}
