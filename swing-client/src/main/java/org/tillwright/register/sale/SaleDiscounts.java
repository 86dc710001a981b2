package org.tillwright.register.sale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.CartCheck;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.register.approval.Share;
import org.tillwright.register.sale.SaleOutcome.Changed;
import org.tillwright.register.sale.SaleOutcome.Done;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.ApprovalDetail;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.Carts;

/**
 * Discounts by hand, and who may give them: the operator up to the limit of the role, beyond it somebody else who approves just
 * this. Event thread only.
 */
public final class SaleDiscounts {

    private final SaleSession session;

    /** What was approved may take off so much; by what it was approved for. Of this sale only. */
    private final Map<String, Money> allowed = new HashMap<>();

    SaleDiscounts(SaleSession session) {
        this.session = session;
    }

    /**
     * What somebody wants to take off.
     *
     * @param percent or null, and then there is an amount
     * @param reason code of the reason
     */
    public record Wanted(@Nullable Rate percent, @Nullable Money amount, String reason) {

        ManualDiscount by(String approverId, List<ManualDiscount> others) {
            int number = others.size() + 1;
            while (isTaken("D" + number, others)) {
                number++;
            }
            return new ManualDiscount("D" + number, percent, amount, reason, approverId);
        }

        private static boolean isTaken(String id, List<ManualDiscount> others) {
            return others.stream().anyMatch(other -> other.discountId().equals(id));
        }
    }

    /** Takes something off one line. */
    public SaleOutcome line(int number, Wanted wanted, SnapshotMessage.Operator name) {
        Cart.Line line = session.cart().find(number).orElse(null);
        if (line == null) {
            return new Said(Notice.of("sale.no-line"));
        }
        if (line.follows() != null || line.sold() != null) {
            return new Said(Notice.of("discount.not-here"));
        }
        if (line.discounts().size() >= CartMessage.MAX_DISCOUNTS) {
            return new Said(Notice.of("discount.too-many"));
        }
        ManualDiscount discount = wanted.by(name.operatorId(), line.discounts());
        return give(session.cart().with(line.withDiscounts(more(line.discounts(), discount))), name, next -> {
            Money off = DiscountSums.ofLine(next, number, discount.discountId());
            return needed(ofLine(number, discount), off, DiscountSums.shareOfLine(next, number));
        });
    }

    /** Takes something off the whole sale. */
    public SaleOutcome sale(Wanted wanted, SnapshotMessage.Operator name) {
        Cart cart = session.cart();
        if (cart.isEmpty()) {
            return new Said(Notice.of("discount.nothing"));
        }
        if (cart.discounts().size() >= CartMessage.MAX_DISCOUNTS) {
            return new Said(Notice.of("discount.too-many"));
        }
        ManualDiscount discount = wanted.by(name.operatorId(), cart.discounts());
        return give(cart.withDiscounts(more(cart.discounts(), discount)), name, next -> {
            Money off = DiscountSums.ofSale(next, discount.discountId());
            return needed(ofSale(discount), off, DiscountSums.shareOfSale(next));
        });
    }

    /** Takes all discounts by hand off a line. */
    public SaleOutcome clearLine(int number) {
        return session.changes().cart(cart -> cart.find(number)
                .map(line -> cart.with(line.withDiscounts(List.of())))
                .orElse(cart));
    }

    /** Takes all discounts by hand off the whole sale. */
    public SaleOutcome clearSale() {
        return session.changes().cart(cart -> cart.withDiscounts(List.of()));
    }

    /** What must be allowed for a change, once it is priced. */
    private interface Price {

        NeedsApproval of(SaleInProgress next);
    }

    private SaleOutcome give(Cart changed, SnapshotMessage.Operator name, Price price) {
        try {
            SaleInProgress next = session.sale.with(changed);
            NeedsApproval needed = price.of(next);
            Money off = needed.amount();
            if (off == null || off.isZero()) {
                return new Said(Notice.of("discount.takes-nothing"));
            }
            if (!CartCheck.faultsOf(changed, next.book()).isEmpty()) {
                return new Said(Notice.of("discount.not-here"));
            }
            // A part that is paid stands in the way of any change, and must not cost somebody's approval.
            if (!session.payments().isEmpty()) {
                return new Said(Notice.of("sale.payments-first"));
            }
            if (!session.authority(name).may(needed)) {
                return needed;
            }
            SaleOutcome outcome = session.changes().cart(cart -> changed);
            if (outcome instanceof Done && !name.equals(session.operator().orElse(null))) {
                allow(needed);
            }
            return outcome;
        } catch (UnpricedItemException e) {
            return new Said(LineRules.unpriced(e.itemId(), session.sale, session.texts()));
        }
    }

    /** Remembers that a price by hand or a discount was approved, up to what it took off then. */
    void allow(NeedsApproval approved) {
        String detail = approved.detail();
        if (detail != null) {
            Money amount = approved.amount();
            allowed.put(detail, amount == null ? session.catalogue().zero() : amount);
        }
    }

    /** Another sale has begun: nothing that was allowed counts for it. */
    void forget() {
        allowed.clear();
    }

    /**
     * Looks once more before the customer pays, because goods that came later may have made a discount larger, and because
     * another operator may have taken over. What this operator may answer for alone becomes theirs.
     *
     * @return what somebody must approve first; empty when the sale may be paid
     */
    public Optional<NeedsApproval> unallowed() {
        SnapshotMessage.Operator operator = session.operator().orElse(null);
        if (operator == null || !session.payments().isEmpty()) {
            return Optional.empty();
        }
        Set<String> others = new HashSet<>();
        for (Asked asked : asked()) {
            if (isAllowed(asked.needed(), asked.approverId(), operator)) {
                others.add(String.valueOf(asked.needed().detail()));
            } else if (!session.authority(operator).may(asked.needed())) {
                return Optional.of(asked.needed());
            }
        }
        takeOver(operator.operatorId(), others);
        return Optional.empty();
    }

    /** Something in the cart that somebody answers for. */
    private record Asked(NeedsApproval needed, String approverId) {}

    private List<Asked> asked() {
        SaleInProgress sale = session.sale;
        List<Asked> all = new ArrayList<>();
        for (Cart.Line line : session.cart().lines()) {
            PriceOverride price = line.override();
            if (price != null && !isAgreed(price)) {
                all.add(new Asked(HandPrices.approvalOf(sale, line), price.approverId()));
            }
            for (ManualDiscount discount : line.discounts()) {
                Money off = DiscountSums.ofLine(sale, line.number(), discount.discountId());
                Share share = DiscountSums.shareOfLine(sale, line.number());
                all.add(new Asked(needed(ofLine(line.number(), discount), off, share), discount.approverId()));
            }
        }
        for (ManualDiscount discount : session.cart().discounts()) {
            Money off = DiscountSums.ofSale(sale, discount.discountId());
            all.add(new Asked(needed(ofSale(discount), off, DiscountSums.shareOfSale(sale)), discount.approverId()));
        }
        return all;
    }

    /** True for a price that nobody took off anything by: the item asks for one, or it was promised on an order. */
    private boolean isAgreed(PriceOverride price) {
        boolean isPromised =
                session.particulars().orderId() != null && price.reason().equals(SaleMessage.OverriddenPrice.QUOTED);
        return isPromised || price.reason().equals(SaleMessage.OverriddenPrice.OPEN_PRICE);
    }

    /** True if somebody else approved just this, and it takes no more off than was approved. */
    private boolean isAllowed(NeedsApproval needed, String approverId, SnapshotMessage.Operator operator) {
        Money most = allowed.get(needed.detail());
        Money now = needed.amount();
        return most != null
                && !approverId.equals(operator.operatorId())
                && (now == null || now.minor() <= most.minor());
    }

    /** What somebody allowed of {@link #unallowed}: from now on it is in that person's name. */
    public SaleOutcome allow(NeedsApproval needed, SnapshotMessage.Operator name) {
        if (!session.authority(name).may(needed)) {
            return needed;
        }
        SaleOutcome outcome = session.changes().cart(cart -> named(cart, needed, name.operatorId()));
        if (outcome instanceof Done) {
            allow(needed);
        }
        return outcome instanceof Done ? new Changed() : outcome;
    }

    /** Whatever nobody else allowed for this operator is the operator's own. */
    private void takeOver(String operatorId, Set<String> others) {
        Cart cart = session.cart();
        Cart changed = cart.withDiscounts(cart.discounts().stream()
                .map(discount -> others.contains(ofSale(discount)) ? discount : named(discount, operatorId))
                .toList());
        for (Cart.Line line : cart.lines()) {
            PriceOverride price = line.override();
            if (price != null && !others.contains(ofPrice(line, price))) {
                changed = changed.with(
                        line.withOverride(new PriceOverride(price.unitPrice(), price.reason(), operatorId)));
            }
            Cart.Line priced = changed.find(line.number()).orElse(line);
            if (!line.discounts().isEmpty()) {
                changed = changed.with(priced.withDiscounts(line.discounts().stream()
                        .map(discount -> others.contains(ofLine(line.number(), discount))
                                ? discount
                                : named(discount, operatorId))
                        .toList()));
            }
        }
        if (!changed.equals(cart)) {
            Cart own = changed;
            session.changes().cart(before -> own);
        }
    }

    private static Cart named(Cart cart, NeedsApproval needed, String approverId) {
        String detail = String.valueOf(needed.detail());
        Cart changed = cart.withDiscounts(cart.discounts().stream()
                .map(discount -> ofSale(discount).equals(detail) ? named(discount, approverId) : discount)
                .toList());
        for (Cart.Line line : cart.lines()) {
            PriceOverride price = line.override();
            if (price != null && ofPrice(line, price).equals(detail)) {
                changed = changed.with(
                        line.withOverride(new PriceOverride(price.unitPrice(), price.reason(), approverId)));
            } else if (line.discounts().stream()
                    .anyMatch(discount -> ofLine(line.number(), discount).equals(detail))) {
                changed = changed.with(line.withDiscounts(line.discounts().stream()
                        .map(discount ->
                                ofLine(line.number(), discount).equals(detail) ? named(discount, approverId) : discount)
                        .toList()));
            }
        }
        return changed;
    }

    private static ManualDiscount named(ManualDiscount discount, String approverId) {
        return new ManualDiscount(
                discount.discountId(), discount.percent(), discount.amount(), discount.reason(), approverId);
    }

    private static NeedsApproval needed(String detail, Money off, Share share) {
        return new NeedsApproval(Permissions.DISCOUNT, ApprovalDetail.DISCOUNT, detail, off, share);
    }

    private static String ofLine(int number, ManualDiscount discount) {
        return ApprovalDetail.ofLine(number, message(discount));
    }

    private static String ofSale(ManualDiscount discount) {
        return ApprovalDetail.ofSale(message(discount));
    }

    private static String ofPrice(Cart.Line line, PriceOverride price) {
        return ApprovalDetail.ofPrice(
                line.number(), line.itemId(), price.unitPrice().micro());
    }

    private static CartMessage.ManualDiscount message(ManualDiscount discount) {
        List<CartMessage.ManualDiscount> messages = Carts.discountMessages(List.of(discount));
        if (messages == null) {
            throw new IllegalStateException("one discount makes one message");
        }
        return messages.get(0);
    }

    private static List<ManualDiscount> more(List<ManualDiscount> discounts, ManualDiscount one) {
        List<ManualDiscount> all = new ArrayList<>(discounts);
        all.add(one);
        return all;
    }
}
