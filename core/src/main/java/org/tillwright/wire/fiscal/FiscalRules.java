package org.tillwright.wire.fiscal;

import static org.tillwright.wire.fiscal.FiscalKind.POST_VOID;
import static org.tillwright.wire.fiscal.FiscalKind.RETURN;
import static org.tillwright.wire.fiscal.FiscalKind.SALE;
import static org.tillwright.wire.fiscal.FiscalKind.TRAINING;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a country's law wants of a register with a fiscal device, as data. docs/fiscal.md says where each line comes from and
 * which of them a lawyer has to look at before a shop relies on it.
 *
 * @param country ISO 3166; {@code OTHER} for every one that has no line of its own
 * @param isRequired whether the law wants every register to have such a device, but for exceptions that a shop must know of itself
 * @param signed what the device has to sign
 * @param limit how long the register may sell without its device
 * @param failureSentence what a receipt without a signature says, in the language of the law; null where any words will do
 */
public record FiscalRules(
        String country, boolean isRequired, Set<FiscalKind> signed, Limit limit, @Nullable String failureSentence) {

    /** Kassensicherungsverordnung: selling goes on while the device fails, and the receipt says so. */
    public static final FiscalRules DE =
            new FiscalRules("DE", true, EnumSet.allOf(FiscalKind.class), Limit.NONE, "TSE ausgefallen");

    /** Registrierkassensicherheitsverordnung: the same; the tax office is told after 48 hours. */
    public static final FiscalRules AT = new FiscalRules(
            "AT",
            true,
            EnumSet.of(SALE, RETURN, POST_VOID, TRAINING),
            new Limit(Duration.ofDays(2), null, null, false),
            "Sicherheitseinrichtung ausgefallen");

    /** A register without its control unit must not sell. */
    public static final FiscalRules SE = new FiscalRules(
            "SE",
            true,
            EnumSet.of(SALE, RETURN, POST_VOID, TRAINING),
            new Limit(Duration.ZERO, null, null, true),
            "Kontrollenheten ur funktion");

    /** Offline for 36 hours on end and 168 hours in a calendar month at most, and within the numbers set aside for it. */
    public static final FiscalRules UA = new FiscalRules(
            "UA",
            true,
            EnumSet.of(SALE, RETURN, POST_VOID),
            new Limit(Duration.ofHours(36), Duration.ofDays(7), 2_000L, true),
            "ОФЛАЙН");

    /** Every other country: a device is nobody's duty; one that is set up signs what was sold. */
    public static final FiscalRules OTHER =
            new FiscalRules("OTHER", false, EnumSet.of(SALE, RETURN, POST_VOID), Limit.NONE, null);

    /** Every country with a line of its own, and the line for all others last. */
    public static final List<FiscalRules> ALL = List.of(DE, AT, SE, UA, OTHER);

    public FiscalRules {
        signed = Set.copyOf(signed);
    }

    /** Returns a country's rules. */
    public static FiscalRules of(String country) {
        return ALL.stream()
                .filter(rules -> rules.country.equals(country))
                .findFirst()
                .orElse(OTHER);
    }

    /** True for what the device has to sign. */
    public boolean signs(FiscalKind kind) {
        return signed.contains(kind);
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
