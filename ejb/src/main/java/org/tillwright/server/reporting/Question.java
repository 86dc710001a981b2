package org.tillwright.server.reporting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.report.Format;
import org.tillwright.report.content.ReportId;
import org.tillwright.server.stores.StoreDetail;

/**
 * A request that makes sense.
 *
 * @param workstationId the one till that is asked for; null for all
 * @param tillSessionId the one till session that is asked for; null for all
 */
record Question(
        ReportId id,
        StoreDetail store,
        LocalDate from,
        LocalDate to,
        @Nullable String workstationId,
        @Nullable UUID tillSessionId,
        Format format,
        Locale locale) {

    ZoneId zone() {
        return ZoneId.of(store.timeZone());
    }

    Currency currency() {
        return Currency.of(store.currency());
    }

    /** Returns the language of names in the catalogue. */
    String language() {
        return locale.getLanguage();
    }
}
