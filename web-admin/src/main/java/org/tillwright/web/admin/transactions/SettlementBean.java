package org.tillwright.web.admin.transactions;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Refused;
import org.tillwright.server.settlement.OpenAmount;
import org.tillwright.server.settlement.OpenFilter;
import org.tillwright.server.settlement.OpenPage;
import org.tillwright.server.settlement.OpenPlace;
import org.tillwright.server.settlement.OpenSum;
import org.tillwright.server.settlement.PayoutFileRow;
import org.tillwright.server.settlement.PayoutService;
import org.tillwright.server.settlement.Resolution;
import org.tillwright.server.settlement.ResolvedAmount;
import org.tillwright.server.settlement.SettlementService;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.EnteredDay;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Navigation;
import org.tillwright.web.admin.shell.Words;
import org.tillwright.wire.PayoutAnswer;
import org.tillwright.wire.json.Fault;

/** Payout files, what fits nothing, and what people made of it. Everything that the lists show is in the page's address. */
@Named("settlement")
@ViewScoped
public class SettlementBean implements Serializable {

    /** Rows of a page. */
    private static final int PAGE = 50;

    private static final String KIND = "kind";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String TEXT = "text";
    private static final String AFTER = "after";
    private static final String AMOUNT = "amount";
    private static final List<String> KINDS = List.of("LINE", "TENDER", "RECEIPT", "DAY", "WALLET");

    @Inject
    SettlementService settlement;

    @Inject
    PayoutService payouts;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Navigation navigation;

    @Inject
    Words words;

    @Inject
    Figures figures;

    private Asked asked = Asked.now(List.of());
    private transient @Nullable OpenPage page;
    private transient @Nullable List<OpenSum> sums;
    private transient @Nullable Part file;
    private transient List<Fault> faults = List.of();
    private @Nullable String columns;
    private @Nullable String note;

    @PostConstruct
    void arrive() {
        asked = Asked.now(List.of(KIND, FROM, TO, TEXT, AFTER, AMOUNT));
        Stream.of(FROM, TO)
                .filter(key -> asked.has(key) && day(key) == null)
                .forEach(key -> messages.refused(
                        "settlement.filter.unread", asked.find(key).orElse("")));
        if (asked.has(AMOUNT) && getShown() == null) {
            messages.refused("settlement.gone");
        }
        columns = payouts.columns(console.getStoreId());
    }

    // ---------------------------------------------------------------- what is open

    public List<OpenAmount> getRows() {
        return page().rows();
    }

    private OpenPage page() {
        OpenPage known = page;
        if (known == null) {
            OpenFilter filter = new OpenFilter(
                    asked.find(KIND).filter(KINDS::contains).orElse(null),
                    day(FROM),
                    day(TO),
                    asked.find(TEXT).orElse(null));
            OpenPlace after = asked.find(AFTER).flatMap(OpenPlace::of).orElse(null);
            known = settlement.find(console.getStoreId(), filter, after, PAGE);
            page = known;
        }
        return known;
    }

    private @Nullable LocalDate day(String key) {
        return asked.find(key).flatMap(EnteredDay::of).orElse(null);
    }

    public List<OpenSum> getSums() {
        List<OpenSum> known = sums;
        if (known == null) {
            known = settlement.sums(console.getStoreId());
            sums = known;
        }
        return known;
    }

    /** One sentence: how many amounts are open. */
    public String getState() {
        return words.count(
                "settlement.state", getSums().stream().mapToLong(OpenSum::count).sum());
    }

    public List<String> getKinds() {
        return KINDS;
    }

    public String kind(String kind) {
        return words.get("settlement.kind." + kind);
    }

    public String reason(OpenAmount open) {
        return words.get("settlement.reason." + open.reason());
    }

    public String reason(ResolvedAmount resolved) {
        return words.get("settlement.reason." + resolved.wasOpen());
    }

    /** What a person made of it; of a match by hand, what the two differed by. */
    public String resolution(ResolvedAmount resolved) {
        String said = words.get("settlement.resolution." + resolved.reason());
        Long difference = resolved.differenceMinor();
        return difference == null || difference == 0
                ? said
                : words.with(
                        "settlement.resolution.differs", said, figures.moneyNamed(difference, resolved.currency()));
    }

    /** Where it stands: a file and its line, or a receipt, or a register. */
    public String source(OpenAmount open) {
        String source = open.source();
        return open.line() == null || source == null
                ? (source == null ? "" : source)
                : words.with("settlement.source.line", source, open.line().toString());
    }

    /** The value of a field of the filter, as it was entered. */
    public String asked(String key) {
        return asked.find(key).orElse("");
    }

    public boolean isFiltered() {
        return Stream.of(KIND, FROM, TO, TEXT).anyMatch(asked::has);
    }

    public String getUnfilteredAddress() {
        return asked.without(KIND, FROM, TO, TEXT, AFTER, AMOUNT).address();
    }

    public String kindAddress(String kind) {
        return asked.without(AFTER, AMOUNT).with(KIND, kind).address();
    }

    public boolean isKind(String kind) {
        return asked.find(KIND).filter(kind::equals).isPresent();
    }

    public @Nullable String getNextAddress() {
        List<OpenAmount> rows = getRows();
        return page().hasMore()
                ? asked.without(AMOUNT)
                        .with(AFTER, rows.get(rows.size() - 1).place().toString())
                        .address()
                : null;
    }

    public @Nullable String getFirstAddress() {
        return asked.has(AFTER) ? asked.without(AFTER, AMOUNT).address() : null;
    }

    public String address(OpenAmount open) {
        return asked.with(AMOUNT, open.kind() + " " + open.id()).address();
    }

    public String saleAddress(@Nullable UUID transactionId) {
        return "/admin/transactions/transactions.xhtml?transaction=" + transactionId;
    }

    public String getClosedAddress() {
        return asked.without(AMOUNT).address();
    }

    public boolean isShown(OpenAmount open) {
        return asked.find(AMOUNT)
                .filter((open.kind() + " " + open.id())::equals)
                .isPresent();
    }

    /** The amount that the address names; null when it is open no longer. */
    public @Nullable OpenAmount getShown() {
        Optional<String> named = asked.find(AMOUNT);
        return getRows().stream()
                .filter(this::isShown)
                .findFirst()
                .or(() -> named.map(text -> text.split(" ", 2))
                        .filter(pair -> pair.length == 2 && KINDS.contains(pair[0]))
                        .flatMap(pair -> settlement.find(console.getStoreId(), pair[0], pair[1])))
                .orElse(null);
    }

    // ---------------------------------------------------------------- settling

    /** Whether the shown amount is settled by writing it off; otherwise its cause is explained and nothing is booked. */
    public boolean isWrittenOff() {
        OpenAmount shown = getShown();
        return shown != null && (shown.kind().equals("LINE") || shown.kind().equals("TENDER"));
    }

    public void resolve() {
        OpenAmount shown = getShown();
        if (shown != null) {
            settlement.resolve(
                    console.getStoreId(),
                    shown.kind(),
                    shown.id(),
                    isWrittenOff() ? Resolution.WRITTEN_OFF : Resolution.EXPLAINED,
                    note,
                    console.getOperatorId());
            messages.done("settlement.resolved");
            navigation.go(getClosedAddress());
        }
    }

    public void undo(ResolvedAmount done) {
        settlement.undo(console.getStoreId(), done.kind(), done.id(), console.getOperatorId());
        messages.done("settlement.undone");
        navigation.go(getClosedAddress());
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public List<ResolvedAmount> getResolved() {
        return settlement.resolved(console.getStoreId());
    }

    // ---------------------------------------------------------------- files

    public List<PayoutFileRow> getFiles() {
        return payouts.newest(console.getStoreId());
    }

    public void upload() {
        Part sent = file;
        faults = List.of();
        if (sent == null || sent.getSize() == 0) {
            messages.refused("settlement.upload.none");
            return;
        }
        try (InputStream content = sent.getInputStream()) {
            String name = sent.getSubmittedFileName() == null ? "payout" : sent.getSubmittedFileName();
            PayoutAnswer answer = payouts.upload(
                    console.getStoreId(),
                    name,
                    content.readNBytes(PayoutService.MOST_BYTES + 1),
                    columns == null ? "" : columns,
                    console.getOperatorId());
            messages.done(
                    answer.isRepeat() ? "settlement.upload.again" : "settlement.upload.done",
                    name,
                    answer.lines(),
                    answer.matched(),
                    answer.open());
            if (answer.others() > 0) {
                messages.warn("settlement.upload.others", answer.others());
            }
        } catch (Refused refused) {
            faults = refused.faults();
            messages.refused(refused);
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file cannot be read", e);
        }
        forget();
    }

    public void matchAgain() {
        long found = payouts.matchAgain(console.getStoreId());
        forget();
        messages.done("settlement.again.done", found);
    }

    private void forget() {
        page = null;
        sums = null;
    }

    /** What was wrong with the file that was just uploaded; empty when nothing was. */
    public List<Fault> getFaults() {
        return faults == null ? List.of() : faults;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getColumns() {
        return columns;
    }

    public void setColumns(@Nullable String columns) {
        this.columns = columns;
    }
}
