package org.tillwright.server.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.report.Format;
import org.tillwright.report.content.ReportId;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreService;
import org.tillwright.wire.json.Fault;

/** Makes a question of a request, or tells everything that is wrong with it. */
@Dependent
class QuestionCheck {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final Set<String> DAYS = Set.of("from", "to");

    @Inject
    StoreService stores;

    @Inject
    ReportScope scope;

    @Inject
    Clock clock;

    /**
     * Reads a request.
     *
     * @throws Refused with {@code MALFORMED} and every fault
     */
    Question question(ReportRequest request, String operatorId) {
        List<Fault> faults = new ArrayList<>();
        Optional<ReportId> id = ReportId.find(request.name());
        if (id.isEmpty()) {
            faults.add(new Fault("name", "is none of " + labels()));
        }
        Optional<Format> format = Format.find(orElse(request.format(), Format.PDF.extension()));
        if (format.isEmpty()) {
            faults.add(new Fault("format", "is neither pdf nor xlsx"));
        }
        Optional<StoreDetail> store = store(request.store(), faults);
        LocalDate today = store.map(this::businessDay).orElse(EARLIEST);
        LocalDate from = day("from", request.from(), today, faults);
        LocalDate to = day("to", request.to(), from, faults);
        if (faults.stream().noneMatch(fault -> DAYS.contains(fault.field()))) {
            checkSpan(from, to, faults);
        }
        Till till = store.map(known -> till(request.till(), known, faults)).orElse(Till.ALL);
        if (!faults.isEmpty() || id.isEmpty() || format.isEmpty() || store.isEmpty()) {
            throw new Refused(ProblemCode.MALFORMED, "This report cannot be made as it was asked for.", faults);
        }
        return new Question(
                id.get(),
                store.get(),
                from,
                to,
                till.workstationId(),
                till.sessionId(),
                format.get(),
                locale(request.language(), store.get(), operatorId));
    }

    private Optional<StoreDetail> store(@Nullable String wanted, List<Fault> faults) {
        List<String> known = scope.storeIds();
        String id = wanted == null && known.size() == 1 ? known.get(0) : wanted;
        if (id == null) {
            faults.add(new Fault("store", "must be one of " + String.join(", ", known)));
            return Optional.empty();
        }
        Optional<StoreDetail> store = stores.find(id);
        if (store.isEmpty()) {
            faults.add(new Fault("store", "is not a store here"));
        }
        return store;
    }

    /** Returns a store's business day now; the first of all days for a store that is not here. */
    LocalDate today(String storeId) {
        return stores.find(storeId).map(this::businessDay).orElse(EARLIEST);
    }

    private LocalDate businessDay(StoreDetail store) {
        return store.businessDayAt(clock.instant());
    }

    private static LocalDate day(String field, @Nullable String text, LocalDate otherwise, List<Fault> faults) {
        if (text == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(new Fault(field, "is not a day such as 2026-03-31"));
            return otherwise;
        }
    }

    private static void checkSpan(LocalDate from, LocalDate to, List<Fault> faults) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1) {
            faults.add(new Fault("to", "is before from"));
        } else if (days > ReportingService.MAX_DAYS) {
            faults.add(new Fault("to", "is more than " + ReportingService.MAX_DAYS + " days from the first"));
        }
        if (from.isBefore(EARLIEST)) {
            faults.add(new Fault("from", "is before " + EARLIEST));
        }
    }

    private Till till(@Nullable String wanted, StoreDetail store, List<Fault> faults) {
        if (wanted == null) {
            return Till.ALL;
        }
        Optional<UUID> session = sessionId(wanted);
        Optional<String> owner = session.isPresent()
                ? scope.storeOfSession(session.get())
                : stores.findWorkstation(wanted).map(known -> known.storeId());
        if (owner.isEmpty()) {
            faults.add(new Fault("till", "is neither a workstation nor a till session here"));
        } else if (!owner.get().equals(store.storeId())) {
            faults.add(new Fault("till", "is another store's"));
        }
        return session.isPresent() ? new Till(null, session.get()) : new Till(wanted, null);
    }

    private static Optional<UUID> sessionId(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The operator's own language before the store's; dates are then written as its country does. */
    private Locale locale(@Nullable String wanted, StoreDetail store, String operatorId) {
        String language = wanted == null ? scope.languageOf(operatorId).orElse(store.language()) : wanted;
        return new Locale.Builder()
                .setLanguage(language.matches("[a-z]{2}") ? language : "en")
                .setRegion(store.country())
                .build();
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static String labels() {
        return ReportId.ofDays().stream().map(ReportId::label).collect(Collectors.joining(", "));
    }

    private record Till(@Nullable String workstationId, @Nullable UUID sessionId) {

        static final Till ALL = new Till(null, null);
    }
}
