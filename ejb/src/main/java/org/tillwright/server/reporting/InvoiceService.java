package org.tillwright.server.reporting;

import static org.tillwright.server.Roles.CASHIER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.report.Format;
import org.tillwright.report.ReportRenderer;
import org.tillwright.report.content.ReportHead;
import org.tillwright.report.content.SaleInvoice;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.papers.Papers;
import org.tillwright.server.papers.SoldPaper;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.Fault;

/** The door for invoices: any sale of the books on A4, a credit note where it gave money back. Made anew each time, alike. */
@Stateless
public class InvoiceService {

    /** Characters of a line about the buyer. */
    public static final int MAX_BUYER_LINE = 200;

    /** Lines of the buyer's address. */
    public static final int MAX_ADDRESS_LINES = 6;

    private final ReportRenderer renderer = new ReportRenderer();

    @Inject
    Papers papers;

    @Inject
    ReportScope scope;

    @Inject
    ReportDesk desk;

    @Inject
    Clock clock;

    /**
     * Makes an invoice or a credit note as a PDF.
     *
     * @param language of the document; null for the store's
     * @param madeBy who asks: an operator or a register
     * @throws Refused with {@code NOT_FOUND}, with {@code MALFORMED} and every fault, or with {@code TOO_BUSY}
     */
    @RolesAllowed({REGISTER, CASHIER})
    public ReportFile make(UUID transactionId, BuyerDraft buyer, @Nullable String language, String madeBy) {
        SoldPaper paper = papers.find(transactionId)
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_FOUND,
                        "No sale " + transactionId + " is in the books; its register may not have sent it yet."));
        requireSound(buyer);
        return desk.make(() -> {
            SnapshotMessage.Store store = paper.store();
            Locale locale = locale(language, store);
            SaleInvoice invoice = new InvoiceContent(paper, head(paper, madeBy), locale.getLanguage(), corrects(paper))
                    .of(buyerOf(paper, buyer), LocalDate.ofInstant(clock.instant(), ZoneId.of(store.timeZone())));
            byte[] pdf = renderer.render(invoice, Format.PDF, locale, ZoneId.of(store.timeZone()));
            String kind = invoice.isCredit() ? "credit-note-" : "invoice-";
            return new ReportFile(kind + invoice.number() + ".pdf", Format.PDF, pdf, invoice.agrees());
        });
    }

    /** What comes back belongs to the sale that it was bought in. */
    private @Nullable String corrects(SoldPaper paper) {
        SaleMessage sale = paper.subject().sale();
        Optional<UUID> earlier = Optional.ofNullable(sale.details().postVoidOf())
                .or(() -> sale.lines().stream()
                        .flatMap(line -> Stream.ofNullable(line.returned()))
                        .map(SaleMessage.ReturnedLine::transactionId)
                        .findFirst());
        return earlier.flatMap(papers::find).map(InvoiceContent::numberOf).orElse(null);
    }

    private ReportHead head(SoldPaper paper, String madeBy) {
        SnapshotMessage.Store store = paper.store();
        SaleMessage sale = paper.subject().sale();
        return new ReportHead(
                store.name(),
                store.addressLines(),
                store.taxNumber(),
                store.country(),
                sale.currency(),
                sale.businessDay(),
                sale.businessDay(),
                paper.subject().workstationId(),
                clock.instant(),
                scope.nameOf(madeBy));
    }

    private static SaleInvoice.Buyer buyerOf(SoldPaper paper, BuyerDraft draft) {
        String customerId = paper.subject().sale().details().customerId();
        String known = customerId == null ? null : paper.facts().customer(customerId);
        List<String> address = draft.address() == null
                ? List.of()
                : draft.address()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        return new SaleInvoice.Buyer(draft.name() == null ? known : draft.name(), address, draft.taxNumber());
    }

    private static void requireSound(BuyerDraft buyer) {
        List<Fault> faults = new ArrayList<>();
        line(buyer.name(), "buyer", faults);
        line(buyer.taxNumber(), "buyerTaxNumber", faults);
        if (buyer.address() != null) {
            if (buyer.address().lines().count() > MAX_ADDRESS_LINES) {
                faults.add(new Fault("buyerAddress", "has more than " + MAX_ADDRESS_LINES + " lines"));
            }
            buyer.address().lines().forEach(each -> line(each, "buyerAddress", faults));
        }
        if (!faults.isEmpty()) {
            throw new Refused(ProblemCode.MALFORMED, "This invoice cannot be made as it was asked for.", faults);
        }
    }

    private static void line(@Nullable String text, String field, List<Fault> faults) {
        if (text != null && text.length() > MAX_BUYER_LINE) {
            faults.add(new Fault(field, "is longer than " + MAX_BUYER_LINE + " characters"));
        } else if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault(field, "has a control character"));
        }
    }

    private static Locale locale(@Nullable String wanted, SnapshotMessage.Store store) {
        String language = wanted != null && wanted.matches("[a-z]{2}") ? wanted : store.language();
        return new Locale.Builder()
                .setLanguage(language)
                .setRegion(store.country())
                .build();
    }
}
