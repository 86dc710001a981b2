package org.tillwright.web.admin.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.audit.AuditFilter;
import org.tillwright.server.audit.AuditLine;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditPage;
import org.tillwright.server.audit.AuditPlace;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.security.OperatorService;
import org.tillwright.server.security.OperatorSummary;
import org.tillwright.server.stores.StoreService;
import org.tillwright.server.stores.WorkstationSummary;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Words;

/** The audit trail, as the filter in the page's address asks for it; so a page can be kept, sent on, and gone back to. */
@Named("audit")
@RequestScoped
public class AuditBean {

    private static final int LINES = 50;

    /** Lines of one exported file. */
    private static final int MAX_EXPORTED = 100_000;

    /** What the address says for sales too; without it they are left out. */
    private static final String EVERYTHING = "ALL";

    /** What a network needs at most; later than that, the register was offline. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final String SALE = "SALE";
    private static final String CSV = "csv";

    @Inject
    AuditService trail;

    @Inject
    OperatorService operators;

    @Inject
    StoreService stores;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Words words;

    @Inject
    Clock clock;

    private @Nullable String from;
    private @Nullable String until;
    private @Nullable String action;
    private @Nullable String operator;
    private @Nullable String workstation;
    private @Nullable String subject;
    private @Nullable String after;
    private @Nullable String format;

    private AuditPage page = new AuditPage(List.of(), null);
    private List<OperatorSummary> people = List.of();
    private List<WorkstationSummary> workstations = List.of();
    private List<Choice> actions = List.of();

    /** Reads what the address asks for, or writes all of it as a file. */
    public void load() {
        if (!console.isManager()) {
            return;
        }
        people = operators.all();
        workstations = stores.workstations();
        AuditFilter filter = filter();
        if (CSV.equals(format)) {
            export(filter);
            return;
        }
        actions = actionChoices();
        page = trail.find(filter, AuditPlace.parse(after == null ? "" : after).orElse(null), LINES);
    }

    private List<Choice> actionChoices() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(EVERYTHING, words.get("setup.audit.everything")));
        trail.actions().stream()
                .map(name -> new Choice(name, actionWords(name)))
                .sorted(Comparator.comparing(Choice::words))
                .forEach(choices::add);
        return choices;
    }

    private AuditFilter filter() {
        boolean named = action != null && !action.equals(EVERYTHING);
        LocalDate last = day(until);
        return new AuditFilter(
                startOf(day(from)),
                startOf(last == null ? null : last.plusDays(1)),
                named ? action : null,
                action == null ? SALE : null,
                operator,
                workstation,
                subject == null || subject.isBlank() ? null : subject.strip());
    }

    private @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return day.getYear() >= 1 && day.getYear() <= 9998 ? day : null;
        } catch (DateTimeParseException e) {
            messages.refused("setup.audit.dayUnknown", text);
            return null;
        }
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(console.getZone()).toInstant();
    }

    /** Says in words what was done; an action that no bundle knows says its own name. */
    public String actionWords(String name) {
        String key = "setup.audit.action." + name;
        return words.containsKey(key) ? words.get(key) : name;
    }

    /** Says in words what it was done to. */
    public String subjectWords(AuditLine line) {
        String text = line.subject();
        if (text == null) {
            return "";
        } else if (text.startsWith("operator ")) {
            return nameOfOperator(text.substring("operator ".length()));
        } else if (text.startsWith("workstation ")) {
            return nameOfWorkstation(text.substring("workstation ".length()));
        } else if (text.startsWith("publication ")) {
            return words.with("setup.audit.publication", text.substring("publication ".length()));
        }
        return text;
    }

    private String nameOfOperator(String operatorId) {
        return people.stream()
                .filter(person -> person.operatorId().equals(operatorId))
                .map(OperatorSummary::name)
                .findFirst()
                .orElse(operatorId);
    }

    private String nameOfWorkstation(String workstationId) {
        return workstations.stream()
                .filter(known -> known.workstationId().equals(workstationId))
                .map(known -> known.name() + " (" + workstationId + ")")
                .findFirst()
                .orElse(workstationId);
    }

    private void export(AuditFilter filter) {
        trail.record(new AuditNote(
                "AUDIT_EXPORTED", clock.instant(), null, null, console.getOperatorId(), null, "as a CSV file"));
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.setResponseContentType("text/csv; charset=UTF-8");
        LocalDate today = LocalDate.ofInstant(clock.instant(), console.getZone());
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"audit-" + today + ".csv\"");
        try (Writer out = new OutputStreamWriter(external.getResponseOutputStream(), StandardCharsets.UTF_8)) {
            write(filter, new AuditCsv(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private void write(AuditFilter filter, AuditCsv csv) throws IOException {
        csv.row(List.of(
                words.get("setup.audit.happened"),
                words.get("setup.audit.noted"),
                words.get("setup.audit.action"),
                words.get("setup.audit.operator"),
                words.get("setup.audit.store"),
                words.get("setup.audit.workstation"),
                words.get("setup.audit.subject"),
                words.get("setup.audit.detail"),
                words.get("setup.audit.code")));
        AuditPlace place = null;
        int written = 0;
        do {
            AuditPage part = trail.find(filter, place, AuditService.MAX_ENTRIES);
            for (AuditLine line : part.lines()) {
                csv.row(fields(line));
            }
            written += part.lines().size();
            place = part.next();
        } while (place != null && written < MAX_EXPORTED);
        if (place != null) {
            csv.row(List.of(words.with("setup.audit.cut", MAX_EXPORTED), "", "", "", "", "", "", "", ""));
        }
    }

    private List<@Nullable String> fields(AuditLine line) {
        return AuditCsv.fields(
                time(line.happenedAt()),
                time(line.notedAt()),
                actionWords(line.action()),
                line.operatorName() == null ? line.operatorId() : line.operatorName(),
                line.storeName(),
                line.workstationId(),
                subjectWords(line),
                line.detail(),
                line.action());
    }

    private String time(Instant instant) {
        return instant.atZone(console.getZone()).toOffsetDateTime().toString();
    }

    /** Returns this page's address for the older entries; null when there are none. */
    public @Nullable String getOlder() {
        AuditPlace next = page.next();
        return next == null ? null : address() + "after=" + encoded(next.text());
    }

    /** Returns this page's address for the newest entries; null when they are shown. */
    public @Nullable String getNewest() {
        return after == null ? null : address();
    }

    /** Returns the address of the same entries as a file. */
    public String getFile() {
        return address() + "format=" + CSV;
    }

    private String address() {
        StringBuilder address = new StringBuilder("audit.xhtml?");
        add(address, "from", from);
        add(address, "until", until);
        add(address, "action", action);
        add(address, "operator", operator);
        add(address, "workstation", workstation);
        add(address, "subject", subject);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.append(name).append('=').append(encoded(value)).append('&');
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public List<AuditLine> getLines() {
        return page.lines();
    }

    /** True when a register told of it a good while after it happened. */
    public boolean toldLate(AuditLine line) {
        return line.notedAt().isAfter(line.happenedAt().plus(LATE));
    }

    public List<Choice> getActions() {
        return actions;
    }

    public List<Choice> getPeople() {
        return people.stream()
                .map(person -> new Choice(person.operatorId(), person.name()))
                .toList();
    }

    public List<Choice> getWorkstations() {
        return workstations.stream()
                .map(known -> new Choice(known.workstationId(), known.name() + " (" + known.workstationId() + ")"))
                .toList();
    }

    public boolean isFiltered() {
        return from != null
                || until != null
                || action != null
                || operator != null
                || workstation != null
                || subject != null;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until;
    }

    public @Nullable String getAction() {
        return action;
    }

    public void setAction(@Nullable String action) {
        this.action = action;
    }

    public @Nullable String getOperator() {
        return operator;
    }

    public void setOperator(@Nullable String operator) {
        this.operator = operator;
    }

    public @Nullable String getWorkstation() {
        return workstation;
    }

    public void setWorkstation(@Nullable String workstation) {
        this.workstation = workstation;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }

    public @Nullable String getFormat() {
        return format;
    }

    public void setFormat(@Nullable String format) {
        this.format = format;
    }
}
