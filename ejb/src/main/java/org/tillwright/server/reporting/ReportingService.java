package org.tillwright.server.reporting;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.tillwright.report.Format;
import org.tillwright.report.ReportRenderer;
import org.tillwright.report.content.ReportContent;
import org.tillwright.report.content.ReportHead;
import org.tillwright.server.Refused;

/**
 * The door for reports. A report is one transaction that only reads: the database shows it one moment of the books, so that
 * a sale that comes in while it is made is in all of its tables or in none.
 */
@Stateless
public class ReportingService {

    /** Business days in one report: a leap year. */
    public static final int MAX_DAYS = 366;

    /** Items on one stock report; what is beyond is counted and told, not listed. */
    public static final int MAX_ITEMS = 10_000;

    /** Till sessions in one report. */
    public static final int MAX_SESSIONS = 100;

    private final ReportRenderer renderer = new ReportRenderer();

    @Inject
    QuestionCheck check;

    @Inject
    ReportScope scope;

    @Inject
    SalesQueries sales;

    @Inject
    TillQueries tills;

    @Inject
    StockQueries stock;

    @Inject
    ReportDesk desk;

    @Inject
    Clock clock;

    /**
     * Makes a report.
     *
     * @param operatorId who asks; their name stands on it
     * @throws Refused with {@code MALFORMED} and every fault of the request, or with {@code TOO_BUSY}
     */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public ReportFile make(ReportRequest request, String operatorId) {
        Question question = check.question(request, operatorId);
        return desk.make(() -> {
            ReportContent content = content(question, head(question, operatorId));
            byte[] bytes = renderer.render(content, question.format(), question.locale(), question.zone());
            return new ReportFile(fileName(question), question.format(), bytes, content.agrees());
        });
    }

    /** Makes a report as a PDF that asks for a printer when it is opened; refuses as {@link #make} does. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public ReportFile makeForPrinter(ReportRequest request, String operatorId) {
        Question question = check.question(request, operatorId);
        return desk.make(() -> {
            ReportContent content = content(question, head(question, operatorId));
            byte[] bytes = renderer.renderForPrinter(content, question.locale(), question.zone());
            return new ReportFile(fileName(question), Format.PDF, bytes, content.agrees());
        });
    }

    /** Draws the first page of a report as a PNG; refuses as {@link #make} does. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public byte[] drawFirstPage(ReportRequest request, String operatorId) {
        Question question = check.question(request, operatorId);
        return desk.make(() -> {
            ReportContent content = content(question, head(question, operatorId));
            return renderer.renderPicture(content, question.locale(), question.zone());
        });
    }

    /** Returns the business day that a store has now. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public LocalDate today(String storeId) {
        return check.today(storeId);
    }

    /** Returns the tills that a report can be narrowed to: id and name. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public Map<String, String> tills(String storeId) {
        return scope.tills(storeId);
    }

    private ReportContent content(Question question, ReportHead head) {
        return switch (question.id()) {
            case SALES_OF_DAY -> sales.report(question, head);
            case TILL_REPORT -> tills.report(question, head);
            case STOCK_ON_HAND -> stock.report(question, head);
            case INVOICE -> throw new IllegalStateException("an invoice is asked for by its sale");
        };
    }

    private ReportHead head(Question question, String operatorId) {
        var store = question.store();
        String till = question.tillSessionId() == null
                ? question.workstationId()
                : question.tillSessionId().toString();
        return new ReportHead(
                store.name(),
                store.addressLines(),
                store.taxNumber(),
                store.country(),
                store.currency(),
                question.from(),
                question.to(),
                till,
                clock.instant(),
                scope.nameOf(operatorId));
    }

    private static String fileName(Question question) {
        String days = question.from().equals(question.to())
                ? question.from().toString()
                : question.from() + "-to-" + question.to();
        return question.id().label() + "-" + days + "." + question.format().extension();
    }
}
