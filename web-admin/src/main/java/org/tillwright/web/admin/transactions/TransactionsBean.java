package org.tillwright.web.admin.transactions;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.server.sales.Choice;
import org.tillwright.server.sales.TransactionDetail;
import org.tillwright.server.sales.TransactionFilter;
import org.tillwright.server.sales.TransactionLookupService;
import org.tillwright.server.sales.TransactionPage;
import org.tillwright.server.sales.TransactionPlace;
import org.tillwright.server.sales.TransactionRow;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Words;
import org.tillwright.wire.TenderType;

/** The list of sales, newest first, and one of them beside it. Everything that it shows is in its address. */
@Named("transactions")
@ViewScoped
public class TransactionsBean implements Serializable {

    private static final String TRANSACTION = "transaction";
    private static final String OLDER_THAN = "olderThan";
    private static final String NEWER_THAN = "newerThan";

    @Inject
    TransactionLookupService lookup;

    @Inject
    Console console;

    @Inject
    Figures figures;

    @Inject
    Messages messages;

    @Inject
    Words words;

    private Asked asked = Asked.now(List.of());
    private transient @Nullable TransactionPage page;
    private transient @Nullable TransactionDetail detail;
    private transient @Nullable StoredBytes stored;

    /** A narrowing of the list, and the address without it. */
    public record Chip(String text, String without) {}

    @PostConstruct
    void arrive() {
        asked = Asked.now(Stream.concat(AskedFilter.KEYS.stream(), Stream.of(TRANSACTION, OLDER_THAN, NEWER_THAN))
                .toList());
        AskedFilter filter = askedFilter();
        filter.of(console.getStoreId());
        filter.unread().forEach((key, text) -> messages.refused("transactions.filter.unread." + unreadKind(key), text));
        if (asked.has(TRANSACTION) && getDetail() == null) {
            messages.refused("transactions.gone");
        }
    }

    public List<TransactionRow> getRows() {
        return page().rows();
    }

    /** Looks again, when something arrived. */
    public void refresh() {
        page = null;
    }

    /** True while the newest are shown: only there does anything arrive. */
    public boolean isAtTop() {
        return !asked.has(OLDER_THAN) && !asked.has(NEWER_THAN);
    }

    public boolean isFiltered() {
        return AskedFilter.KEYS.stream().anyMatch(asked::has);
    }

    public @Nullable String getOlderAddress() {
        List<TransactionRow> rows = getRows();
        return !page().hasOlder() || rows.isEmpty()
                ? null
                : paged().with(OLDER_THAN, rows.get(rows.size() - 1).place().toString())
                        .address();
    }

    public @Nullable String getNewerAddress() {
        List<TransactionRow> rows = getRows();
        return isAtTop() || !page().hasNewer() || rows.isEmpty()
                ? null
                : paged().with(NEWER_THAN, rows.get(0).place().toString()).address();
    }

    public String getNewestAddress() {
        return paged().address();
    }

    public String getUnfilteredAddress() {
        return asked.without(AskedFilter.KEYS.toArray(String[]::new))
                .without(OLDER_THAN, NEWER_THAN)
                .address();
    }

    public String address(TransactionRow row) {
        return asked.with(TRANSACTION, row.transactionId().toString()).address();
    }

    public String getClosedAddress() {
        return asked.without(TRANSACTION).address();
    }

    public boolean isShown(TransactionRow row) {
        return asked.find(TRANSACTION)
                .filter(row.transactionId().toString()::equals)
                .isPresent();
    }

    /** The value of a field of the filter, as it was entered. */
    public String asked(String key) {
        return asked.find(key).orElse("");
    }

    public List<Choice> getTills() {
        return lookup.tills(console.getStoreId());
    }

    public List<Choice> getOperators() {
        return lookup.sellers();
    }

    public List<Chip> getChips() {
        TransactionFilter filter = filter();
        List<Chip> chips = new ArrayList<>();
        chip(chips, AskedFilter.TEXT, filter.text());
        chip(chips, AskedFilter.FROM, dateOrNull(filter.fromDay()));
        chip(chips, AskedFilter.TO, dateOrNull(filter.toDay()));
        chip(chips, AskedFilter.TILL, nameOf(getTills(), filter.workstationId()));
        chip(chips, AskedFilter.OPERATOR, nameOf(getOperators(), filter.operatorId()));
        chip(chips, AskedFilter.TENDER, filter.tender() == null ? null : tender(filter.tender()));
        chip(chips, AskedFilter.LEAST, moneyOrNull(filter.leastMinor()));
        chip(chips, AskedFilter.MOST, moneyOrNull(filter.mostMinor()));
        chip(chips, AskedFilter.ITEM, filter.item());
        chip(chips, AskedFilter.DISPUTED, filter.disputedOnly() ? "" : null);
        return chips;
    }

    /** The word for a way of paying; its name when there is none yet. */
    public String tender(String name) {
        String key = "transactions.tender." + name;
        return words.containsKey(key) ? words.get(key) : name;
    }

    /** The ways of paying that there are. */
    public List<String> getTenderTypes() {
        return Stream.of(TenderType.values()).map(TenderType::name).toList();
    }

    /** What a tender line says on a receipt: cash that went back is change. */
    public String tenderLine(TransactionDetail.Tender line) {
        return line.isGivenBack()
                ? words.with("transactions.receipt.givenBack", tender(line.tender()))
                : tender(line.tender());
    }

    /** The number of a receipt is a name: no thousands in it. */
    public String number(TransactionRow row) {
        return Long.toString(row.sequence());
    }

    /** The word for why a price was changed; as the register told it when there is none. */
    public String reason(String told) {
        String key = "transactions.reason." + told;
        return words.containsKey(key) ? words.get(key) : told;
    }

    public String tenders(TransactionRow row) {
        return String.join(", ", row.tenders().stream().map(this::tender).toList());
    }

    /** The sale that the address names; null when it names none, or none of this store. */
    public @Nullable TransactionDetail getDetail() {
        if (detail == null) {
            detail = asked.find(TRANSACTION)
                    .flatMap(Identifiers::uuid)
                    .flatMap(id -> lookup.find(console.getStoreId(), id))
                    .orElse(null);
        }
        return detail;
    }

    public @Nullable StoredBytes getStored() {
        TransactionDetail shown = getDetail();
        if (stored == null && shown != null) {
            UUID id = shown.row().transactionId();
            stored = lookup.storedBytes(console.getStoreId(), id)
                    .map(StoredBytes::new)
                    .orElse(null);
        }
        return stored;
    }

    private TransactionPage page() {
        TransactionPage known = page;
        if (known == null) {
            TransactionFilter filter = filter();
            Optional<TransactionPlace> older = asked.find(OLDER_THAN).flatMap(TransactionPlace::read);
            Optional<TransactionPlace> newer = asked.find(NEWER_THAN).flatMap(TransactionPlace::read);
            known = older.map(place -> lookup.olderThan(filter, place))
                    .or(() -> newer.map(place -> lookup.newerThan(filter, place)))
                    .orElseGet(() -> lookup.newest(filter));
            page = known;
        }
        return known;
    }

    private Asked paged() {
        return asked.without(OLDER_THAN, NEWER_THAN);
    }

    private TransactionFilter filter() {
        return askedFilter().of(console.getStoreId());
    }

    private AskedFilter askedFilter() {
        return new AskedFilter(asked, figures.format(), Currency.of(console.getCurrency()));
    }

    private void chip(List<Chip> chips, String key, @Nullable String value) {
        if (value != null) {
            chips.add(new Chip(
                    words.with("transactions.chip." + key, value),
                    paged().without(key).address()));
        }
    }

    private @Nullable String dateOrNull(@Nullable LocalDate date) {
        return date == null ? null : figures.date(date);
    }

    private @Nullable String moneyOrNull(@Nullable Long minor) {
        return minor == null ? null : figures.moneyNamed(minor, console.getCurrency());
    }

    private static @Nullable String nameOf(List<Choice> choices, @Nullable String id) {
        return id == null
                ? null
                : choices.stream()
                        .filter(choice -> choice.id().equals(id))
                        .map(Choice::name)
                        .findFirst()
                        .orElse(id);
    }

    private static String unreadKind(String key) {
        return Map.of(AskedFilter.FROM, "date", AskedFilter.TO, "date").getOrDefault(key, "amount");
    }
}
