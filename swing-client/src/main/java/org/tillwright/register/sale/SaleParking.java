package org.tillwright.register.sale;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.json.WireJson;

/**
 * Takes the sale in progress aside as its draft, and makes a draft the sale in progress again. Who keeps it meanwhile is not
 * decided here. Event thread only.
 */
public final class SaleParking {

    private final SaleSession session;
    private final SaleParts parts;

    private SaleParking(SaleSession session) {
        this.session = session;
        this.parts = session.parts;
    }

    public static SaleParking of(SaleSession session) {
        return new SaleParking(session);
    }

    /** A draft read with today's catalogue, not yet the sale in progress. */
    public static final class Prepared {

        private final SaleInProgress sale;
        private final List<SaleDraft.DraftLine> missing;
        private final ShownSale shown;

        private Prepared(SaleInProgress sale, List<SaleDraft.DraftLine> missing, String language) {
            this.sale = sale;
            this.missing = missing;
            this.shown = new ShownSale(sale, language);
        }

        /** Lines that cannot be sold any more. */
        public List<SaleDraft.DraftLine> missing() {
            return missing;
        }

        public boolean isEmpty() {
            return sale.cart().isEmpty();
        }

        public UUID transactionId() {
            return sale.transactionId();
        }

        public long totalMinor() {
            return sale.total().minor();
        }

        public List<SaleLine> lines() {
            return shown.lines();
        }

        /** As it is kept on disk. */
        public byte[] bytes() {
            return WireJson.write(SaleDrafts.of(sale));
        }
    }

    /** The sale in progress as a draft. */
    public SaleDraft draft() {
        return SaleDrafts.of(session.sale);
    }

    /** Why the sale in progress cannot be taken aside; null when it can. */
    public @Nullable Notice obstacle() {
        if (session.isTraining()) {
            return Notice.of("training.not-this");
        }
        if (session.sale.cart().isEmpty()) {
            return Notice.of("sale.nothing-to-park");
        }
        boolean isPaidInPart =
                !session.payments().isEmpty() || session.cardAsked().isPresent();
        if (isPaidInPart) {
            return Notice.of("sale.payments-first");
        }
        if (session.bill().rest().isPresent()) {
            return Notice.of("split.first-pay");
        }
        boolean isBound = !session.particulars().moneyIn().isEmpty()
                || session.particulars().orderId() != null
                || session.particulars().postVoidOf() != null;
        return isBound ? Notice.of("sale.finish-this-one") : null;
    }

    /** Begins the next sale: somebody else keeps the one that was in progress. */
    public void leave() {
        begin(parts.begin());
    }

    /**
     * Reads a draft as a sale of the newest catalogue, under an id of its own and begun now. Nothing of it is paid.
     *
     * @param transactionId the sale that it becomes
     */
    public Prepared prepare(SaleDraft draft, UUID transactionId, UnaryOperator<Particulars> change) {
        Instant now = parts.clock().instant();
        SaleDraft fresh = new SaleDraft(
                transactionId,
                now,
                draft.nextLine(),
                draft.lines(),
                List.of(),
                null,
                draft.context(),
                draft.discounts(),
                draft.particulars(),
                draft.customer(),
                null,
                null,
                draft.kitchen());
        SaleInProgress read = SaleDrafts.read(fresh, session.catalogue());
        Set<Integer> numbers = new HashSet<>();
        read.cart().lines().forEach(line -> numbers.add(line.number()));
        List<SaleDraft.DraftLine> missing = draft.lines().stream()
                .filter(line -> !numbers.contains(Math.toIntExact(line.number())))
                .toList();
        Particulars known = change.apply(read.particulars()).forLines(numbers);
        return new Prepared(read.with(known), missing, session.texts().language());
    }

    /** Makes a prepared sale the one in progress; there is none before. */
    public void take(Prepared prepared) {
        begin(prepared.sale);
    }

    private void begin(SaleInProgress next) {
        session.whenWritten(null, () -> session.move(next));
    }
}
