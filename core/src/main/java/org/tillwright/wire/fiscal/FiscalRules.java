package org.tillwright.wire.fiscal;

import static org.tillwright.wire.fiscal.FiscalKind.POST_VOID;
import static org.tillwright.wire.fiscal.FiscalKind.RETURN;
import static org.tillwright.wire.fiscal.FiscalKind.SALE;
import static org.tillwright.wire.fiscal.FiscalKind.TRAINING;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a country's law wants of a register with a fiscal device, as data. docs/fiscal.md says where each line comes from and
 * which of them a lawyer has to look at before a shop relies on it.
 */
public enum FiscalRules {
    /** Kassensicherungsverordnung: selling goes on while the device fails, and the receipt says so. */
    DE(true, EnumSet.allOf(FiscalKind.class), Limit.NONE, "TSE ausgefallen"),
    /** Registrierkassensicherheitsverordnung: the same; the tax office is told after 48 hours. */
    AT(
            true,
            EnumSet.of(SALE, RETURN, POST_VOID, TRAINING),
            new Limit(Duration.ofHours(48), null, null, false),
            "Sicherheitseinrichtung ausgefallen"),
    /** A register without its control unit must not sell. */
    SE(
            true,
            EnumSet.of(SALE, RETURN, POST_VOID, TRAINING),
            new Limit(Duration.ZERO, null, null, true),
            "Kontrollenheten ur funktion"),
    /** Offline for 36 hours on end and 168 hours in a calendar month at most, and within the numbers set aside for it. */
    UA(
            true,
            EnumSet.of(SALE, RETURN, POST_VOID),
            new Limit(Duration.ofHours(36), Duration.ofHours(168), 2_000L, true),
            "ОФЛАЙН"),
    /** Every other country: a device is nobody's duty; one that is set up signs what was sold. */
    OTHER(false, EnumSet.of(SALE, RETURN, POST_VOID), Limit.NONE, null);

    private final boolean required;
    private final Set<FiscalKind> signed;
    private final Limit limit;
    private final @Nullable String failureSentence;

    FiscalRules(boolean required, Set<FiscalKind> signed, Limit limit, @Nullable String failureSentence) {
        this.required = required;
        this.signed = signed;
        this.limit = limit;
        this.failureSentence = failureSentence;
    }

    /** Returns a country's rules. */
    public static FiscalRules of(String country) {
        for (FiscalRules rules : values()) {
            if (rules.name().equals(country)) {
                return rules;
            }
        }
        return OTHER;
    }

    /** True where the law wants every register to have such a device, but for exceptions that a shop must know of itself. */
    public boolean isRequired() {
        return required;
    }

    /** True for what the device has to sign. */
    public boolean signs(FiscalKind kind) {
        return signed.contains(kind);
    }

    /** How long the register may sell without its device. */
    public Limit limit() {
        return limit;
    }

    /** What a receipt without a signature says, in the language of the law; null where any words will do. */
    public @Nullable String failureSentence() {
        return failureSentence;
    }

    /**
     * How long a register may sell without its device.
     *
     * @param atAStretch from the first sale that was not signed; zero for not at all; null for as long as it takes
     * @param inAMonth of the calendar, all times together; null for any
     * @param receipts that were not signed; null for any
     * @param endsSelling whether nothing may be sold beyond it; otherwise somebody has to be told of it
     */
    public record Limit(
            @Nullable Duration atAStretch, @Nullable Duration inAMonth, @Nullable Long receipts, boolean endsSelling) {

        /** Selling goes on for as long as it takes. */
        public static final Limit NONE = new Limit(null, null, null, false);

        /** True where not one sale may be begun without the device. */
        public boolean isNotAtAll() {
            return endsSelling && Duration.ZERO.equals(atAStretch);
        }
    }
}
