package org.tillwright.register.fiscal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException;
import org.tillwright.wire.fiscal.FiscalRules;

/**
 * How the fiscal step stands.
 *
 * @param hasDevice whether the settings name one
 * @param trouble why the device does not sign; null while it does
 * @param owed records that wait for it
 * @param since when the oldest of them was made; null for none
 * @param endsAt when the law's limit in time is reached, if nothing changes; null where there is none, or nothing waits
 */
public record FiscalState(
        FiscalRules rules,
        boolean hasDevice,
        @Nullable DeviceException trouble,
        long owed,
        @Nullable Instant since,
        @Nullable Instant endsAt,
        Level level) {

    /** Nothing to say: no device, and none wanted. */
    public static final FiscalState NONE = new FiscalState(FiscalRules.OTHER, false, null, 0, null, null, Level.WELL);

    private static final int WHOLE = 100;

    /** How far the law's limit is used up. */
    public enum Level {
        /** Everything is signed. */
        WELL(0),
        /** Something waits. */
        BEGUN(0),
        HALF(50),
        NEARLY(80),
        OVER(WHOLE);

        private final int percent;

        Level(int percent) {
            this.percent = percent;
        }

        static Level of(long percent) {
            Level level = BEGUN;
            for (Level each : values()) {
                level = each != WELL && percent >= each.percent ? each : level;
            }
            return level;
        }
    }

    /** True if a person would say that nothing changed. */
    boolean saysTheSameAs(FiscalState other) {
        return rules.equals(other.rules)
                && hasDevice == other.hasDevice
                && owed == other.owed
                && level == other.level
                && Objects.equals(keyOf(trouble), keyOf(other.trouble));
    }

    private static @Nullable String keyOf(@Nullable DeviceException trouble) {
        return trouble == null ? null : trouble.textKey();
    }

    /** True where the law lets no sale begin now. */
    public boolean isOver() {
        boolean mayNot = hasDevice && rules.limit().endsSelling();
        boolean isWithout = rules.limit().isNotAtAll() && trouble != null;
        return mayNot && (level == Level.OVER || isWithout);
    }

    /**
     * Works out how far the limit is used up.
     *
     * @param before how long the register sold without its device earlier this month
     */
    static FiscalState of(
            FiscalRules rules,
            @Nullable DeviceException trouble,
            long owed,
            @Nullable Instant since,
            Duration before,
            Instant now) {
        if (since == null || owed == 0) {
            return new FiscalState(rules, true, trouble, 0, null, null, Level.WELL);
        }
        FiscalRules.Limit limit = rules.limit();
        Duration lasted = now.isBefore(since) ? Duration.ZERO : Duration.between(since, now); // the clock was set back
        Long receipts = limit.receipts();
        long percent = Math.max(
                Math.max(percent(lasted, limit.atAStretch()), percent(lasted.plus(before), limit.inAMonth())),
                receipts == null ? 0 : owed * WHOLE / receipts);
        return new FiscalState(rules, true, trouble, owed, since, endsAt(limit, since, before), Level.of(percent));
    }

    private static long percent(Duration used, @Nullable Duration most) {
        if (most == null) {
            return 0;
        }
        return most.isZero() ? WHOLE : used.toMillis() * WHOLE / most.toMillis();
    }

    private static @Nullable Instant endsAt(FiscalRules.Limit limit, Instant since, Duration before) {
        Duration stretch = limit.atAStretch();
        Duration month = limit.inAMonth();
        Instant byStretch = stretch == null ? null : since.plus(stretch);
        Instant byMonth = month == null ? null : since.plus(month.minus(before));
        if (byStretch == null || byMonth == null) {
            return byStretch == null ? byMonth : byStretch;
        }
        return byMonth.isBefore(byStretch) ? byMonth : byStretch;
    }
}
