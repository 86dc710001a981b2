package org.tillwright.web.admin.reports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.report.content.ReportId;
import org.tillwright.server.reporting.ReportingService;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.EnteredDay;

/** The report that the page's address asks for. Everything chosen is in the address, so that it can be kept and sent on. */
@Named("reports")
@RequestScoped
public class ReportsBean {

    @Inject
    ReportingService reporting;

    @Inject
    Console console;

    private @Nullable String name;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String till;

    /** A span of days that one click chooses. */
    public record Span(String key, String from, String to, boolean chosen) {}

    public List<String> getNames() {
        return ReportId.ofDays().stream().map(ReportId::label).toList();
    }

    public Map<String, String> getTills() {
        return reporting.tills(console.getStoreId());
    }

    /** Returns the spans that shops ask for; weeks begin on Monday. */
    public List<Span> getSpans() {
        LocalDate today = today();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = today.withDayOfMonth(1);
        return List.of(
                span("today", today, today),
                span("yesterday", today.minusDays(1), today.minusDays(1)),
                span("week", monday, today),
                span("lastWeek", monday.minusWeeks(1), monday.minusDays(1)),
                span("month", first, today),
                span("lastMonth", first.minusMonths(1), first.minusDays(1)));
    }

    private Span span(String key, LocalDate first, LocalDate last) {
        return new Span(
                key,
                first.toString(),
                last.toString(),
                first.toString().equals(getFrom()) && last.toString().equals(getTo()));
    }

    /** Returns the key of what is wrong with the days, or null when a report can be made of them. */
    public @Nullable String getProblem() {
        LocalDate first = EnteredDay.of(getFrom()).orElse(null);
        LocalDate last = EnteredDay.of(getTo()).orElse(null);
        if (first == null || last == null) {
            return "reports.problem.day";
        } else if (last.isBefore(first)) {
            return "reports.problem.order";
        } else if (first.plusDays(ReportingService.MAX_DAYS - 1).isBefore(last)) {
            return "reports.problem.long";
        }
        return null;
    }

    /** Returns whether days and till are asked for: what is on hand is always of now. */
    public boolean isOfDays() {
        return !getName().equals(ReportId.STOCK_ON_HAND.label());
    }

    /** Returns the part of an address that asks for this report. */
    public String getQuery() {
        String query = "name=" + encoded(getName());
        if (isOfDays()) {
            query += "&from=" + encoded(getFrom()) + "&to=" + encoded(getTo());
            query += getTill().isEmpty() ? "" : "&till=" + encoded(getTill());
        }
        return query;
    }

    public int getMostDays() {
        return ReportingService.MAX_DAYS;
    }

    private LocalDate today() {
        return reporting.today(console.getStoreId());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getName() {
        return name == null || ReportId.find(name).isEmpty() ? ReportId.SALES_OF_DAY.label() : name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public String getFrom() {
        return from == null ? today().toString() : from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public String getTo() {
        return to == null ? getFrom() : to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public String getTill() {
        return till == null ? "" : till;
    }

    public void setTill(@Nullable String till) {
        this.till = till;
    }
}
