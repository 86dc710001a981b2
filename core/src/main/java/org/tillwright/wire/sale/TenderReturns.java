package org.tillwright.wire.sale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.returns.TenderRefunds;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/**
 * How the goods of a sale were paid, and what of that has gone back: by the sale's own message and those of the returns
 * since. Nothing gives back more than it paid.
 *
 * @param tenders in the order in which they paid; all cash is one, and comes last
 * @param otherLeftMinor what no tender paid, because goods that came back in the same sale did, and has not gone back
 */
public record TenderReturns(Currency currency, List<Tendered> tenders, long otherLeftMinor) {

    public TenderReturns {
        tenders = List.copyOf(tenders);
    }

    /**
     * One way in which a sale was paid.
     *
     * @param reference number of the gift card, store credit or customer; null where there is none
     * @param card what the terminal told, for a card
     * @param paidMinor its part of what the goods came to, before cash was rounded and without change
     * @param refundedMinor what has gone back to it, also as other goods
     */
    public record Tendered(
            String tenderId,
            TenderType type,
            @Nullable String reference,
            SaleMessage.@Nullable Card card,
            long paidMinor,
            long refundedMinor) {

        public long leftMinor() {
            return paidMinor - refundedMinor;
        }

        private Tendered after(long part) {
            return new Tendered(tenderId, type, reference, card, paidMinor, refundedMinor + part);
        }

        private TenderRefunds.Kind kind() {
            return switch (type) {
                case GIFT_CARD, STORE_CREDIT -> TenderRefunds.Kind.GIFT_CARD;
                case CASH, FOREIGN_CASH -> TenderRefunds.Kind.CASH;
                default -> TenderRefunds.Kind.OTHER;
            };
        }
    }

    /**
     * One part of a refund.
     *
     * @param to which tender it goes back to; null for what no tender paid, which may go back in any way
     * @param amountMinor of what is owed
     * @param handedOutMinor what leaves the shop: the same, but for cash, which coins must be able to pay
     */
    public record Part(@Nullable Tendered to, long amountMinor, long handedOutMinor) {}

    /**
     * Reads how a sale was paid, and what has gone back.
     *
     * @param earlier all sales that goods of this one came back in, but those that were undone
     */
    public static TenderReturns of(SaleMessage original, List<SaleMessage> earlier) {
        Ledger ledger = new Ledger(original);
        earlier.forEach(ledger::giveBack);
        return ledger.read();
    }

    /** Returns this after some money has gone back to a tender; what no tender takes counts for what goods paid. */
    public TenderReturns after(TenderType type, @Nullable String reference, long amountMinor) {
        List<Tendered> changed = new ArrayList<>();
        long rest = amountMinor;
        for (Tendered tender : tenders) {
            boolean isIt = tender.type() == type && Objects.equals(tender.reference(), reference);
            long part = isIt ? Math.min(rest, tender.leftMinor()) : 0;
            rest -= part;
            changed.add(tender.after(part));
        }
        long other = Math.min(rest, otherLeftMinor);
        rest -= other;
        for (int i = changed.size() - 1; i >= 0; i--) {
            long part = Math.min(rest, changed.get(i).leftMinor());
            rest -= part;
            changed.set(i, changed.get(i).after(part));
        }
        return new TenderReturns(currency, changed, otherLeftMinor - other);
    }

    /** Returns what can go back at most. */
    public long leftMinor() {
        return otherLeftMinor + tenders.stream().mapToLong(Tendered::leftMinor).sum();
    }

    /**
     * Spreads a refund: to the tenders that paid, as {@link TenderRefunds} does, and the rest to whatever goods paid.
     *
     * @param rounding the sale's own, for its cash
     * @throws IllegalArgumentException if that is more than is left of what was paid
     */
    public List<Part> spread(Money refund, CashRounding rounding) {
        long byTenders = Math.min(
                refund.minor(), tenders.stream().mapToLong(Tendered::leftMinor).sum());
        long rest = refund.minor() - byTenders;
        if (rest > otherLeftMinor) {
            throw new IllegalArgumentException("a refund of " + refund + " is more than is left of what was paid");
        }
        Map<String, Tendered> byId = new HashMap<>();
        tenders.forEach(tender -> byId.put(tender.tenderId(), tender));
        List<Part> parts = new ArrayList<>();
        List<TenderRefunds.Paid> paid = tenders.stream()
                .map(tender -> new TenderRefunds.Paid(
                        tender.tenderId(), tender.kind(), money(tender.paidMinor()), money(tender.refundedMinor())))
                .toList();
        for (TenderRefunds.Refunded each : TenderRefunds.spread(paid, money(byTenders), rounding)) {
            parts.add(new Part(
                    byId.get(each.tenderId()),
                    each.amount().minor(),
                    each.handedOut().minor()));
        }
        if (rest > 0) {
            parts.add(new Part(null, rest, rest));
        }
        return parts;
    }

    private Money money(long minor) {
        return new Money(currency, minor);
    }

    /** What each tender paid and gave back, while it is being read. */
    private static final class Ledger {

        private final SaleMessage original;
        private final Map<String, Account> accounts = new LinkedHashMap<>();
        private long other;

        Ledger(SaleMessage original) {
            this.original = original;
            long cash = -original.roundedByMinor();
            for (int i = 0; i < original.tenders().size(); i++) {
                SaleMessage.Tender tender = original.tenders().get(i);
                TenderType type = TenderType.valueOf(tender.type());
                if (isCash(type)) {
                    cash += tender.amountMinor();
                } else if (type != TenderType.COUPON && tender.amountMinor() > 0) {
                    // a coupon is the manufacturer's money: it goes back there, and is no part of what a customer gets
                    String id = Integer.toString(i + 1);
                    accounts.put(
                            id,
                            new Account(type, referenceOf(tender.particulars()), tender.card(), tender.amountMinor()));
                }
            }
            if (cash > 0) {
                accounts.put("cash", new Account(TenderType.CASH, null, null, cash));
            }
            takeOffMoneyIn();
            long paid = accounts.values().stream()
                    .mapToLong(account -> account.paid)
                    .sum();
            other = Math.max(0, worthSold() - paid);
        }

        /** What was paid beside the goods does not come back with them. */
        private void takeOffMoneyIn() {
            long beside = 0;
            for (SaleParticulars.MoneyIn taken : original.details().taken()) {
                beside += taken.amountMinor();
            }
            for (Account account : fromTheEnd()) {
                long part = Math.max(0, Math.min(beside, account.paid));
                account.paid -= part;
                beside -= part;
            }
        }

        private long worthSold() {
            long worth = 0;
            for (SaleMessage.Line line : original.lines()) {
                worth += line.quantityMilli() > 0 ? line.netMinor() + line.taxMinor() : 0;
            }
            return worth - Math.max(0, couponsOf(original));
        }

        /** A return gave back what its negative tenders say; what is missing was paid with it, as with cash. */
        void giveBack(SaleMessage sale) {
            UUID id = original.transactionId();
            long owed = Math.min(0, couponsOf(sale));
            for (SaleMessage.Line line : sale.lines()) {
                SaleMessage.ReturnedLine returned = line.returned();
                owed -= returned != null && returned.transactionId().equals(id) ? line.netMinor() + line.taxMinor() : 0;
            }
            owed = Math.max(0, owed);
            long cash = sale.roundedByMinor();
            for (SaleMessage.Tender tender : sale.tenders()) {
                TenderType type = TenderType.valueOf(tender.type());
                if (isCash(type)) {
                    cash -= tender.amountMinor();
                } else if (tender.amountMinor() < 0) {
                    owed -= giveBack(tender, type, Math.min(owed, -tender.amountMinor()));
                }
            }
            Account drawer = accounts.get("cash");
            if (drawer != null) {
                owed -= drawer.giveBack(Math.max(0, Math.min(owed, cash)));
            }
            long unpaid = Math.min(owed, other);
            other -= unpaid;
            owed -= unpaid;
            for (Account account : fromTheEnd()) {
                owed -= account.giveBack(owed);
            }
        }

        private long giveBack(SaleMessage.Tender tender, TenderType type, long most) {
            long left = most;
            String reference = referenceOf(tender.particulars());
            for (Account account : accounts.values()) {
                boolean isIt = account.type == type
                        && (type == TenderType.CARD
                                ? isSameCard(account.card, tender.card())
                                : Objects.equals(account.reference, reference));
                left -= isIt ? account.giveBack(left) : 0;
            }
            for (Account account : accounts.values()) {
                left -= account.type == type ? account.giveBack(left) : 0;
            }
            return most - left;
        }

        private static boolean isSameCard(SaleMessage.@Nullable Card one, SaleMessage.@Nullable Card other) {
            return one != null
                    && other != null
                    && one.scheme().equals(other.scheme())
                    && one.lastFour().equals(other.lastFour());
        }

        /** Cash first, and what the shop holds for the customer last. */
        private List<Account> fromTheEnd() {
            List<Account> all = new ArrayList<>();
            for (TenderRefunds.Kind kind :
                    List.of(TenderRefunds.Kind.CASH, TenderRefunds.Kind.OTHER, TenderRefunds.Kind.GIFT_CARD)) {
                for (Account account : accounts.values()) {
                    if (account.read("").kind() == kind) {
                        all.add(account);
                    }
                }
            }
            return all;
        }

        private static long couponsOf(SaleMessage sale) {
            return sale.tenders().stream()
                    .filter(tender -> tender.type().equals(TenderType.COUPON.name()))
                    .mapToLong(SaleMessage.Tender::amountMinor)
                    .sum();
        }

        private static boolean isCash(TenderType type) {
            return type == TenderType.CASH || type == TenderType.FOREIGN_CASH;
        }

        private static @Nullable String referenceOf(@Nullable TenderParticulars said) {
            return said == null ? null : said.reference();
        }

        TenderReturns read() {
            List<Tendered> tenders = new ArrayList<>();
            accounts.forEach((id, account) -> {
                if (account.paid > 0) {
                    tenders.add(account.read(id));
                }
            });
            return new TenderReturns(Currency.of(original.currency()), tenders, other);
        }
    }

    private static final class Account {

        private final TenderType type;
        private final @Nullable String reference;
        private final SaleMessage.@Nullable Card card;
        private long paid;
        private long refunded;

        Account(TenderType type, @Nullable String reference, SaleMessage.@Nullable Card card, long paid) {
            this.type = type;
            this.reference = reference;
            this.card = card;
            this.paid = paid;
        }

        /** Gives back at most so much, and returns how much it was. */
        long giveBack(long most) {
            long part = Math.max(0, Math.min(most, paid - refunded));
            refunded += part;
            return part;
        }

        Tendered read(String id) {
            return new Tendered(id, type, reference, card, paid, refunded);
        }
    }
}
