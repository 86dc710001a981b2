package org.tillwright.server.journal;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.approval.ApprovalService;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.cash.TillService;
import org.tillwright.server.delivery.DeliveryService;
import org.tillwright.server.fiscal.FiscalService;
import org.tillwright.server.inventory.StockMovement;
import org.tillwright.server.inventory.StockService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.server.sales.AcceptedSale;
import org.tillwright.server.sales.SalesService;
import org.tillwright.server.settlement.CardDayService;
import org.tillwright.server.stores.StoreService;
import org.tillwright.server.stores.WorkstationSummary;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.ApprovalMessage;
import org.tillwright.wire.CardSettlementMessage;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.KeyChangedMessage;
import org.tillwright.wire.ReceiptRequestMessage;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.json.Fault;

/** Books checked records with everything that follows from them: all of it, or nothing. */
@Stateless
public class BookingService {

    @Inject
    JournalRecords records;

    @Inject
    SealCheck seals;

    @Inject
    StoreService stores;

    @Inject
    SalesService sales;

    @Inject
    StockService stock;

    @Inject
    TillService tills;

    @Inject
    ApprovalService approvals;

    @Inject
    DeliveryService deliveries;

    @Inject
    CardDayService cardDays;

    @Inject
    FiscalService fiscal;

    @Inject
    AuditService audit;

    @Inject
    PublicationService publications;

    @Inject
    Clock clock;

    /**
     * Books one register's records in one transaction; for one that was booked before, gives the first answer again. A
     * record's own row comes before what follows from it: its key decides all races. What tills share comes last.
     *
     * @param group in the order of their numbers
     * @return the answers, in the same order
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<AcceptedRecord> book(List<ReceivedRecord> group) {
        UUID epoch = publications.epoch();
        List<AcceptedRecord> answers = new ArrayList<>();
        List<StockMovement> moved = new ArrayList<>();
        for (ReceivedRecord received : group) {
            answers.add(book(received, epoch, moved));
        }
        stock.moveLevels(moved);
        return answers;
    }

    private AcceptedRecord book(ReceivedRecord received, UUID epoch, List<StockMovement> moved) {
        JournalRecord record = received.record();
        Optional<JournalRecords.Earlier> earlier = records.find(record.workstationId(), record.sequence(), epoch);
        if (earlier.isPresent()) {
            return answerRepeat(earlier.get(), received);
        }
        requireOwnStore(received);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        records.add(received, now);
        seals.take(received);
        boolean disputed = bookMessage(received, moved);
        return new AcceptedRecord(
                new Acceptance(record.workstationId(), record.sequence(), now, disputed, epoch), false);
    }

    private boolean bookMessage(ReceivedRecord received, List<StockMovement> moved) {
        JournalRecord record = received.record();
        String workstationId = record.workstationId();
        switch (received.kind()) {
            case SALE -> {
                AcceptedSale sale = sales.accept(record, received.message(SaleMessage.class));
                moved.addAll(sale.moved());
                return sale.isDisputed();
            }
            case SALE_VOIDED -> sales.noteVoided(workstationId, received.message(SaleVoidedMessage.class));
            case TILL_OPENED -> openTill(workstationId, received.message(TillOpenedMessage.class));
            case TILL_SETTLED -> settleTill(workstationId, received.message(TillSettledMessage.class));
            case EVENT -> noteEvent(workstationId, received.message(EventMessage.class));
            case CASH_MOVED -> moveCash(workstationId, received.message(CashMovedMessage.class));
            case APPROVED -> {
                return approvals.note(record, received.message(ApprovalMessage.class));
            }
            case RECEIPT_REQUESTED -> noteRequest(workstationId, received.message(ReceiptRequestMessage.class));
            case TRAINING_SALE -> noteTraining(workstationId, received.message(SaleMessage.class));
            case CARD_SETTLED -> noteSettlement(workstationId, received.message(CardSettlementMessage.class));
            case KEY_CHANGED -> noteKey(workstationId, received.message(KeyChangedMessage.class));
            case FISCAL -> fiscal.note(record, received.message(FiscalMessage.class));
        }
        return false;
    }

    private void moveCash(String workstationId, CashMovedMessage moved) {
        tills.move(workstationId, moved);
        audit.record(new AuditNote(
                moved.kind(),
                moved.movedAt(),
                moved.storeId(),
                workstationId,
                moved.operatorId(),
                moved.tillSessionId().toString(),
                moved.amountMinor() + " " + moved.currency() + " in minor units for " + moved.reason()));
    }

    private void noteRequest(String workstationId, ReceiptRequestMessage request) {
        deliveries.request(workstationId, request);
        audit.record(new AuditNote(
                "RECEIPT_REQUESTED",
                request.requestedAt(),
                request.storeId(),
                workstationId,
                request.operatorId(),
                request.transactionId().toString(),
                request.channel()));
    }

    private void noteSettlement(String workstationId, CardSettlementMessage settled) {
        cardDays.note(workstationId, settled);
        Long told = settled.terminalMinor();
        String terminal = told == null ? "no total" : told + " " + settled.currency() + " in minor units";
        audit.record(new AuditNote(
                "CARD_SETTLED",
                settled.settledAt(),
                settled.storeId(),
                workstationId,
                settled.operatorId(),
                settled.settlementId().toString(),
                "terminal " + settled.terminalId() + " told " + terminal + "; the register knows of "
                        + settled.receiptsMinor()));
    }

    private void noteKey(String workstationId, KeyChangedMessage changed) {
        audit.record(new AuditNote(
                "KEY_CHANGED",
                changed.changedAt(),
                changed.storeId(),
                workstationId,
                null,
                changed.newKeyId(),
                changed.reason() + "; before " + changed.oldKeyId()));
    }

    private void noteTraining(String workstationId, SaleMessage practised) {
        audit.record(new AuditNote(
                "TRAINING_SALE",
                practised.endedAt(),
                practised.storeId(),
                workstationId,
                practised.operatorId(),
                practised.transactionId().toString(),
                practised.totalMinor() + " " + practised.currency() + " in minor units; counts for nothing"));
    }

    private void openTill(String workstationId, TillOpenedMessage opened) {
        tills.open(workstationId, opened);
        audit.record(new AuditNote(
                "TILL_OPENED",
                opened.openedAt(),
                opened.storeId(),
                workstationId,
                opened.operatorId(),
                opened.tillSessionId().toString(),
                null));
    }

    private void settleTill(String workstationId, TillSettledMessage settled) {
        tills.settle(workstationId, settled);
        audit.record(new AuditNote(
                "TILL_SETTLED",
                settled.settledAt(),
                settled.storeId(),
                workstationId,
                settled.operatorId(),
                settled.tillSessionId().toString(),
                null));
    }

    private void noteEvent(String workstationId, EventMessage event) {
        audit.record(new AuditNote(
                event.event(),
                event.happenedAt(),
                event.storeId(),
                workstationId,
                event.operatorId(),
                event.subject(),
                event.detail()));
    }

    /** A register may move goods and money of its own store only. */
    private void requireOwnStore(ReceivedRecord received) {
        String workstationId = received.record().workstationId();
        String storeId = stores.findWorkstation(workstationId)
                .map(WorkstationSummary::storeId)
                .orElse("");
        if (!storeId.equals(received.storeId())) {
            throw new Refused(
                    ProblemCode.UNSOUND_SALE,
                    "The record is of another store than its workstation " + workstationId + ".",
                    List.of(new Fault("payload.storeId", "is not the store of workstation " + workstationId)));
        }
    }

    private static AcceptedRecord answerRepeat(JournalRecords.Earlier earlier, ReceivedRecord received) {
        if (!Arrays.equals(earlier.bytes(), received.bytes())) {
            throw new Refused(
                    ProblemCode.RECORD_CONFLICT,
                    "Another record was accepted as number " + received.record().sequence() + " of "
                            + received.record().workstationId() + ".");
        }
        return new AcceptedRecord(earlier.acceptance(), true);
    }
}
