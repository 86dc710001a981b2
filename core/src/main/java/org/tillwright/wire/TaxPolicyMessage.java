package org.tillwright.wire;

import java.io.Serializable;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.json.MalformedMessageException;

/**
 * A {@link TaxPolicy} in words, such as IN_PRICE, PER_LINE, HALF_UP.
 *
 * @param exemption null is STRIP_TAX, as in all that was written before there was a choice
 */
public record TaxPolicyMessage(
        @Limit(20) String placement,
        @Limit(20) String level,
        @Limit(20) String rounding,
        @Limit(20) @Nullable String exemption)
        implements Serializable {

    /** Every rounding but the one that throws when there is something to round. */
    private static final RoundingMode[] ROUNDINGS = Arrays.stream(RoundingMode.values())
            .filter(rounding -> rounding != RoundingMode.UNNECESSARY)
            .toArray(RoundingMode[]::new);

    /** A policy that takes the tax off the price for customers who owe none. */
    public TaxPolicyMessage(String placement, String level, String rounding) {
        this(placement, level, rounding, null);
    }

    public static TaxPolicyMessage of(TaxPolicy policy) {
        return new TaxPolicyMessage(
                policy.placement().name(),
                policy.level().name(),
                policy.rounding().name(),
                policy.exemption() == TaxPolicy.Exemption.STRIP_TAX
                        ? null
                        : policy.exemption().name());
    }

    /** Returns the policy; a word it does not know is a {@link MalformedMessageException}. */
    public TaxPolicy policy() {
        List<Fault> faults = new ArrayList<>();
        requireOneOf(TaxPolicy.Placement.values(), placement, "taxPolicy.placement", faults);
        requireOneOf(TaxPolicy.Level.values(), level, "taxPolicy.level", faults);
        requireOneOf(ROUNDINGS, rounding, "taxPolicy.rounding", faults);
        String exempt = exemption == null ? TaxPolicy.Exemption.STRIP_TAX.name() : exemption;
        requireOneOf(TaxPolicy.Exemption.values(), exempt, "taxPolicy.exemption", faults);
        if (!faults.isEmpty()) {
            throw new MalformedMessageException(faults);
        }
        return new TaxPolicy(
                TaxPolicy.Placement.valueOf(placement),
                TaxPolicy.Level.valueOf(level),
                RoundingMode.valueOf(rounding),
                TaxPolicy.Exemption.valueOf(exempt));
    }

    private static void requireOneOf(Enum<?>[] known, String word, String field, List<Fault> faults) {
        if (Arrays.stream(known).noneMatch(value -> value.name().equals(word))) {
            faults.add(new Fault(field, "is none of " + Arrays.toString(known)));
        }
    }
}
