package org.tillwright.register.fiscal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.fiscal.FiscalRules;

/** What a person is told of the fiscal step. */
public final class FiscalWords {

    /** A limit may be days away. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private FiscalWords() {}

    /** Why no sale may begin; only where the state {@linkplain FiscalState#isOver() says so}. */
    public static Notice over(FiscalState state) {
        return Notice.of("fiscal.over", state.rules().country());
    }

    /** How it stands, for the status panel; null where the register neither has a device nor needs one. */
    public static @Nullable Notice status(FiscalState state, ZoneId zone) {
        if (!state.hasDevice()) {
            return state.rules().isRequired()
                    ? Notice.of("fiscal.missing", state.rules().country())
                    : null;
        }
        if (state.isOver()) {
            return over(state);
        }
        Instant since = state.since();
        if (since == null) {
            return state.trouble() == null
                    ? Notice.of("fiscal.well")
                    : new Notice(state.trouble().textKey(), List.of());
        }
        String count = Long.toString(state.owed());
        Instant endsAt = state.endsAt();
        if (endsAt == null) {
            return Notice.of("fiscal.waits", count, time(since, zone));
        }
        String key = state.rules().limit().endsSelling() ? "fiscal.waits-until" : "fiscal.waits-tell";
        return Notice.of(key, count, time(since, zone), time(endsAt, zone));
    }

    /** What is said by itself when a limit comes nearer; null where there is nothing new to say. */
    public static @Nullable Notice warning(FiscalState before, FiscalState now, ZoneId zone) {
        boolean isNearer = now.level().compareTo(before.level()) > 0;
        Instant endsAt = now.endsAt();
        FiscalRules.Limit limit = now.rules().limit();
        if (now.isOver()) {
            return before.isOver() ? null : over(now);
        }
        if (!isNearer || endsAt == null) {
            return null;
        }
        return switch (now.level()) {
            case HALF -> Notice.of(limit.endsSelling() ? "fiscal.half" : "fiscal.tell-by", time(endsAt, zone));
            case NEARLY -> Notice.of(limit.endsSelling() ? "fiscal.nearly" : "fiscal.tell-by", time(endsAt, zone));
            case OVER -> Notice.of("fiscal.tell-now", now.rules().country());
            default -> null;
        };
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
