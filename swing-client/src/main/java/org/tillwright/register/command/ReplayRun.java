package org.tillwright.register.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.command.Replay.ReplayException;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.Quarantined;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.signon.SignOnOutcome;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillOutcome;
import org.tillwright.wire.ItemImport;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillTotals;
import org.tillwright.wire.json.WireJson;

/** One replay from beginning to end. What was done before, in this home or another, is not done again. */
final class ReplayRun {

    private final RegisterParts parts;
    private final RetailFile file;
    private final Access access;
    private final @Nullable Path totalsFile;
    private final Consumer<String> messages;
    private final ReplayServer server;
    private final Instant begun;
    private boolean isNewHome;

    /** Who does it, and the code for a register that is not enrolled yet. */
    record Access(@Nullable String enrolmentCode, String operatorNumber, String pin) {}

    ReplayRun(
            RegisterParts parts, RetailFile file, Access access, @Nullable Path totalsFile, Consumer<String> messages) {
        this.parts = parts;
        this.file = file;
        this.access = access;
        this.totalsFile = totalsFile;
        this.messages = messages;
        this.server = new ReplayServer(parts, messages);
        this.begun = parts.platform().clock().instant();
    }

    ReplayReport run() throws JournalException, IOException, ReplayException, InterruptedException {
        enrol();
        server.pull(1);
        requireTaxInPrice();
        List<RetailFile.Invoice> missing = missing();
        if (!missing.isEmpty()) {
            SnapshotMessage.Operator operator = prepare();
            parts.start();
            ring(missing, operator, new Replay(parts));
        } else {
            parts.start();
        }
        send();
        return report(missing);
    }

    private void enrol() throws ReplayException, InterruptedException {
        if (parts.identity().isPresent()) {
            return;
        }
        String code = access.enrolmentCode();
        if (code == null) {
            throw new ReplayException("This register is new: give it a code with --enrolment-code.");
        }
        server.enrol(code);
        isNewHome = parts.journal().nextSequence() > 1;
    }

    private void requireTaxInPrice() throws ReplayException {
        if (catalogue().taxPolicy().policy().placement() != TaxPolicy.Placement.IN_PRICE) {
            throw new ReplayException(
                    "This store adds tax on top of its prices; the file's prices are what was paid. Replay it in a store"
                            + " whose prices include the tax.");
        }
    }

    /** Only a register whose journal was lost has to ask the server what it sold before. */
    private List<RetailFile.Invoice> missing() throws JournalException, ReplayException, InterruptedException {
        Set<UUID> onServer = new HashSet<>();
        if (isNewHome) {
            for (RetailFile.Invoice invoice : file.invoices()) {
                UUID id = Replay.transactionId(invoice.number());
                if (server.hasTransaction(id)) {
                    onServer.add(id);
                }
            }
        }
        return Replay.missing(file, parts.journal(), onServer::contains);
    }

    /** Signs on, brings the items into the store, and opens the till. */
    private SnapshotMessage.Operator prepare() throws ReplayException, InterruptedException {
        SignOnAnswer manager = server.signOn(access.operatorNumber(), access.pin());
        long newest = parts.catalogues().number();
        for (ItemImport items : RetailItems.imports(file, catalogue())) {
            newest = server.importItems(items, manager).number();
        }
        server.pull(newest);
        CompletableFuture<SignOnOutcome> answer = new CompletableFuture<>();
        parts.signOn().signOn(access.operatorNumber(), access.pin(), answer::complete);
        if (!(answer.join() instanceof SignOnOutcome.SignedOn signedOn)) {
            throw new ReplayException("Operator " + access.operatorNumber() + " cannot sign on at the register: check"
                    + " number and PIN.");
        }
        if (!parts.till().isOpen()
                && parts.till().open(catalogue().zero(), signedOn.operator()) instanceof TillOutcome.Said said) {
            throw new ReplayException(Texts.of("en").text(said.notice()));
        }
        return signedOn.operator();
    }

    private void ring(List<RetailFile.Invoice> missing, SnapshotMessage.Operator operator, Replay replay)
            throws ReplayException {
        try (ProgressBar bar = bar("Ringing up", missing.size())) {
            for (RetailFile.Invoice invoice : missing) {
                replay.ring(invoice, operator);
                bar.step();
            }
        }
        Map<TenderType, Money> counted = new EnumMap<>(parts.till().expected());
        boolean canCount = counted.values().stream().noneMatch(Money::isNegative);
        if (canCount && parts.till().settle(counted, operator) instanceof TillOutcome.Said said) {
            throw new ReplayException(Texts.of("en").text(said.notice()));
        }
    }

    private void send() throws InterruptedException {
        long waiting = parts.watch().status().waiting();
        try (ProgressBar bar = bar("Sending", waiting)) {
            server.drain(status -> bar.stepTo(Math.max(0, waiting - status.waiting())));
        }
    }

    private ReplayReport report(List<RetailFile.Invoice> rung)
            throws JournalException, IOException, ReplayException, InterruptedException {
        Map<UUID, Long> totals = Replay.totals(parts.journal());
        RetailTotals expected = totalsFile == null
                ? null
                : RetailTotals.read(totalsFile, catalogue().currency());
        List<String> mismatches = new ArrayList<>();
        long sum = 0;
        long compared = 0;
        for (RetailFile.Invoice invoice : file.invoices()) {
            Long total = totals.get(Replay.transactionId(invoice.number()));
            sum = Math.addExact(sum, total == null ? 0 : total);
            Long should = expected == null ? null : expected.minorByInvoice().get(invoice.number());
            if (total != null && should != null) {
                compared++;
                if (!total.equals(should)) {
                    mismatches.add("Invoice " + invoice.number() + " came to " + decimal(total) + " instead of "
                            + decimal(should) + ".");
                }
            }
        }
        Set<UUID> refused = refused(mismatches);
        long posted = rung.stream()
                .filter(invoice -> !refused.contains(Replay.transactionId(invoice.number())))
                .count();
        UUID till = parts.journal()
                .newest(RecordKind.TILL_OPENED)
                .map(ReplayRun::tillOf)
                .orElse(null);
        Instant end = parts.platform().clock().instant();
        return new ReplayReport(
                (long) file.invoices().size(),
                (long) file.lineCount(),
                decimal(sum).toPlainString(),
                compared,
                mismatches,
                posted,
                file.invoices().size() - posted,
                till,
                till == null ? null : serverAgrees(till),
                Duration.between(begun, end).toSeconds());
    }

    /** Transactions that the server refused; one that it had under this id already is no mismatch. */
    private Set<UUID> refused(List<String> mismatches) throws JournalException {
        Set<UUID> refused = new HashSet<>();
        for (Quarantined held : parts.journal().quarantined()) {
            Optional<StoredRecord> record = parts.journal().find(held.sequence());
            if (record.isPresent() && held.kind().equals(RecordKind.SALE.name())) {
                refused.add(message(record.get(), SaleMessage.class).transactionId());
            }
            if (!held.problem().code().equals("TRANSACTION_CONFLICT")) {
                mismatches.add("The server refused record " + held.sequence() + ": "
                        + held.problem().detail());
            }
        }
        return refused;
    }

    private boolean serverAgrees(UUID till) throws JournalException, ReplayException, InterruptedException {
        TillTotals totals = server.tillTotals(till);
        long count = 0;
        long sum = 0;
        for (StoredRecord record : parts.journal().since(0, RecordKind.SALE)) {
            SaleMessage sale = message(record, SaleMessage.class);
            if (sale.tillSessionId().equals(till)) {
                count++;
                sum = Math.addExact(sum, sale.totalMinor());
            }
        }
        boolean agrees = totals.totalMinor() == sum && totals.transactionCount() == count;
        if (!agrees) {
            messages.accept("The register has " + count + " sales of " + decimal(sum) + ", the server "
                    + totals.transactionCount() + " of " + decimal(totals.totalMinor()) + ".");
        }
        return agrees;
    }

    private static UUID tillOf(StoredRecord record) {
        return message(record, TillOpenedMessage.class).tillSessionId();
    }

    private static <T extends Record> T message(StoredRecord record, Class<T> type) {
        return WireJson.read(record.body(), JournalRecord.class).message(type);
    }

    private Catalogue catalogue() {
        return parts.catalogues().newest().orElseThrow(() -> new IllegalStateException("the snapshot was waited for"));
    }

    private BigDecimal decimal(long minor) {
        return new Money(catalogue().currency(), minor).decimal();
    }

    private static ProgressBar bar(String name, long most) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(most)
                .setUpdateIntervalMillis(250)
                .build();
    }
}
