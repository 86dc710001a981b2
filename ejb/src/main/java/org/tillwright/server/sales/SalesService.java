package org.tillwright.server.sales;

import static org.tillwright.server.Roles.CASHIER;
import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tillwright.core.money.Currency;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.approval.ApprovalService;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.cash.TillService;
import org.tillwright.server.inventory.StockMovement;
import org.tillwright.server.inventory.StockService;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.orders.SoldOrderService;
import org.tillwright.server.orders.SuspendedSaleService;
import org.tillwright.server.pricing.PriceBookService;
import org.tillwright.server.pricing.Selling;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.server.shop.ShopRulesService;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreService;
import org.tillwright.server.value.ValueService;
import org.tillwright.server.wallet.WalletService;
import org.tillwright.wire.DisputedTotals;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.sale.PostVoids;
import org.tillwright.wire.sale.SaleMoment;

/** The door for sales. Everything that follows from a sale is written in {@link #accept}, in one transaction. */
@Stateless
public class SalesService {

    @Inject
    RetailTransactions transactions;

    @Inject
    ReturnedSales returns;

    @Inject
    UndoneSales undoneSales;

    @Inject
    PriceBookService prices;

    @Inject
    PublicationService publications;

    @Inject
    StoreService stores;

    @Inject
    StockService stock;

    @Inject
    TillService tills;

    @Inject
    LedgerService ledger;

    @Inject
    SoldOrderService orders;

    @Inject
    SuspendedSaleService suspended;

    @Inject
    ApprovalService approvals;

    @Inject
    ShopRulesService shopRules;

    @Inject
    ValueService values;

    @Inject
    WalletService wallets;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Records a sale that already happened at a register, exactly as told. What the server would have computed otherwise
     * is listed beside it and changes nothing. The stock's levels are left to the caller, who moves them last.
     *
     * @param record the record that carries the sale, checked to be complete and sound
     * @throws Refused with {@code TRANSACTION_CONFLICT} if the id is taken by another record's sale
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public AcceptedSale accept(JournalRecord record, SaleMessage sale) {
        if (transactions.exists(sale.transactionId())) {
            throw new Refused(
                    ProblemCode.TRANSACTION_CONFLICT,
                    "Another sale was recorded as " + sale.transactionId() + " before.");
        }
        transactions.add(record, sale, clock.instant());
        Optional<SaleMessage> undone = undoneSales.originalOf(sale);
        undoneSales.add(sale);
        List<StockMovement> moved = undone.map(original -> Consequences.undoing(sale, original))
                .orElseGet(() -> Consequences.movementsOf(sale));
        stock.enter(moved);
        tills.count(Consequences.tendersOf(sale));
        ledger.post(Consequences.journalEntryOf(sale));
        List<String> doubtsOfValue = values.book(StoredValue.movementsOf(record, sale));
        List<String> doubtsOfWallets = wallets.noteSold(sale.transactionId(), WalletTenders.of(sale));
        orders.accept(record.workstationId(), sale);
        suspended.noteSold(record.workstationId(), sale);
        audit.record(Consequences.notesOf(record, sale));

        Recomputation own = (PostVoids.isOne(sale)
                        ? undoneSales.recompute(sale, undone.orElse(null))
                        : recompute(record, sale))
                .with(SaleTimes.doubtsOf(sale, clock.instant()))
                .with(approvals.doubtsOf(record, sale))
                .with(shopRules.doubtsOf(sale, record.priceBookVersion()))
                .with(doubtsOfValue)
                .with(doubtsOfWallets);
        if (own.isDisputed()) {
            transactions.addDispute(record, sale, own, clock.instant());
        }
        return new AcceptedSale(own.isDisputed(), moved);
    }

    /** Notes a sale that was begun and given up: it moved neither goods nor money. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void noteVoided(String workstationId, SaleVoidedMessage voided) {
        orders.noteGivenUp(voided.transactionId());
        suspended.noteGivenUp(voided.transactionId());
        audit.record(new AuditNote(
                "SALE_VOIDED",
                voided.voidedAt(),
                voided.storeId(),
                workstationId,
                voided.operatorId(),
                voided.transactionId().toString(),
                voided.lineCount() + " lines, " + voided.totalMinor() + " " + voided.currency() + " in minor units"));
    }

    @RolesAllowed({REGISTER, CASHIER})
    public Optional<TransactionSummary> find(UUID transactionId) {
        return transactions.find(transactionId);
    }

    /** Returns the newest sales whose totals are disputed. */
    @RolesAllowed(MANAGER)
    public DisputedTotals disputedTotals() {
        List<DisputedTotals.Sale> found = transactions.disputes(DisputedTotals.MAX_SALES + 1);
        boolean hasMore = found.size() > DisputedTotals.MAX_SALES;
        return new DisputedTotals(hasMore ? found.subList(0, DisputedTotals.MAX_SALES) : found, hasMore);
    }

    private Recomputation recompute(JournalRecord record, SaleMessage sale) {
        long version = record.priceBookVersion();
        if (version < 0 || version > prices.latestVersion()) {
            return Recomputation.impossible("price book version " + version + " was never published");
        }
        Optional<StoreDetail> store = stores.find(sale.storeId());
        String storeCurrency = store.map(StoreDetail::currency).orElse("");
        if (store.isEmpty() || !storeCurrency.equals(sale.currency())) {
            return Recomputation.impossible("currency " + sale.currency() + " is not the store's " + storeCurrency);
        }
        LocalDateTime at = SaleMoment.of(sale.begunAt(), store.get().timeZone());
        ReturnedSales.Found returned = returns.of(sale);
        Selling selling = selling(record, sale, store.get(), at);
        Set<String> itemIds = itemIdsOf(sale);
        PriceBook book = prices.bookAt(version, selling, itemIds);
        Recomputation own = SaleAuditor.recompute(sale, at, book, returned, prices.hasRulesAt(version))
                .with(returned.doubts())
                .with(AgreedPrices.doubtsOf(
                        sale, prices.openPricesAt(version, selling, itemIds), orders.promisedFor(sale)));
        return own.isDisputed() && !publications.isPublished(version)
                ? own.with(List.of("price book version " + version
                        + " was of a server that was lost; computed with the prices in force before it"))
                : own;
    }

    private static Selling selling(JournalRecord record, SaleMessage sale, StoreDetail store, LocalDateTime at) {
        return new Selling(
                Currency.of(sale.currency()),
                store.country(),
                record.taxPolicy().policy(),
                at.toLocalDate());
    }

    private static Set<String> itemIdsOf(SaleMessage sale) {
        return sale.lines().stream().map(SaleMessage.Line::itemId).collect(Collectors.toUnmodifiableSet());
    }
}
