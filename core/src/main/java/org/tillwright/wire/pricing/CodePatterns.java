package org.tillwright.wire.pricing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.CodePattern;

/** Makes core's code patterns of told ones, and finds those that cannot be read or that read one code in two ways. */
public final class CodePatterns {

    private CodePatterns() {}

    /** Returns the patterns of rules that were checked, in their order; none where there are no rules. */
    public static List<CodePattern> of(@Nullable PricingRules rules) {
        return rules == null
                ? List.of()
                : Lists.of(rules.codePatterns()).stream()
                        .map(CodePatterns::pattern)
                        .toList();
    }

    static void check(List<PricingRules.CodePattern> told, FaultList faults) {
        Set<String> names = new HashSet<>();
        List<CodePattern> earlier = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            PricingRules.CodePattern one = told.get(i);
            String field = "codePatterns[" + i + "]";
            int before = faults.count();
            faults.unique(names, one.name(), field + ".name");
            faults.oneOf(one.meaning(), CodePattern.Meaning.values(), field + ".meaning");
            faults.oneOf(one.key(), CodePattern.Key.values(), field + ".key");
            if (faults.count() == before) {
                add(one, earlier, field, faults);
            }
        }
    }

    private static void add(PricingRules.CodePattern told, List<CodePattern> earlier, String field, FaultList faults) {
        try {
            CodePattern pattern = pattern(told);
            earlier.stream()
                    .filter(other -> overlap(pattern.template(), other.template()))
                    .findFirst()
                    .ifPresent(other -> faults.add(
                            field + ".template",
                            "of " + pattern.name() + " reads codes that " + other.name() + " reads too"));
            earlier.add(pattern);
        } catch (IllegalArgumentException | ArithmeticException e) {
            faults.add(field, "cannot be read: " + e.getMessage());
        }
    }

    /** True if there are codes that fit both. */
    static boolean overlap(String one, String other) {
        boolean isOneOpen = one.endsWith("*");
        boolean isOtherOpen = other.endsWith("*");
        int length = isOneOpen ? one.length() - 1 : one.length();
        int otherLength = isOtherOpen ? other.length() - 1 : other.length();
        boolean lengthsMeet =
                (length == otherLength) || (length < otherLength && isOneOpen) || (otherLength < length && isOtherOpen);
        for (int i = 0; lengthsMeet && i < Math.min(length, otherLength); i++) {
            char here = one.charAt(i);
            char there = other.charAt(i);
            if (Character.isDigit(here) && Character.isDigit(there) && here != there) {
                return false;
            }
        }
        return lengthsMeet;
    }

    private static CodePattern pattern(PricingRules.CodePattern told) {
        Long decimals = told.decimals();
        String key = told.key();
        return new CodePattern(
                told.name(),
                CodePattern.Meaning.valueOf(told.meaning()),
                told.template(),
                decimals == null ? null : Math.toIntExact(decimals),
                key == null ? CodePattern.Key.TEMPLATE : CodePattern.Key.valueOf(key));
    }
}
