package org.tillwright.server.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.ApprovalDetail;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.shop.SellingRules;

/** Holds what was taken off one sale by hand against approvals and limits. */
final class AllowedThings {

    private static final String OF_LINE = "LINE";
    private static final String OF_SALE = "SALE";
    private static final String PERCENT = "PERCENT";
    private static final String EXEMPTION = "EXEMPTION";

    private final SaleMessage sale;
    private final List<Approvals.Told> unused;
    private final @Nullable SellingRules rules;
    private final Function<String, Optional<String>> roles;
    private final List<String> doubts = new ArrayList<>();

    /**
     * Begins with approvals that nothing has used yet.
     *
     * @param rules what roles may take off; null where the store has said nothing
     * @param roles the role of an operator at the time of the sale
     */
    AllowedThings(
            SaleMessage sale,
            List<Approvals.Told> approvals,
            @Nullable SellingRules rules,
            Function<String, Optional<String>> roles) {
        this.sale = sale;
        this.unused = new ArrayList<>(approvals);
        this.rules = rules;
        this.roles = roles;
    }

    List<String> doubts() {
        for (SaleMessage.Line line : sale.lines()) {
            if (line.returned() == null) { // what goods were sold for was allowed when they were sold
                line(line);
            }
        }
        List<CartMessage.ManualDiscount> ofSale = Lists.of(sale.discounts());
        for (CartMessage.ManualDiscount discount : ofSale) {
            allowed(
                    new Thing(
                            ApprovalDetail.DISCOUNT,
                            ApprovalDetail.ofSale(discount),
                            discount.approverId(),
                            taken(sale.lines().stream(), OF_SALE, discount.discountId())),
                    "the discount " + ApprovalDetail.ofSale(discount));
        }
        limits(ofSale, OF_SALE, sale.lines(), "the whole sale");
        return List.copyOf(doubts);
    }

    /** Something in the sale that an approver is named with. */
    private record Thing(String action, String detail, String approverId, long offMinor) {}

    private void line(SaleMessage.Line line) {
        SaleMessage.OverriddenPrice price = line.override();
        if (price != null && !isAgreed(price)) {
            String detail = ApprovalDetail.ofPrice(line.number(), line.itemId(), line.unitPriceMicro());
            allowed(new Thing(ApprovalDetail.PRICE, detail, price.approverId(), 0), "the price by hand on " + detail);
            priceLimit(line, price);
        }
        List<CartMessage.ManualDiscount> ofLine = Lists.of(line.manualDiscounts());
        for (CartMessage.ManualDiscount discount : ofLine) {
            String detail = ApprovalDetail.ofLine(line.number(), discount);
            allowed(
                    new Thing(
                            ApprovalDetail.DISCOUNT,
                            detail,
                            discount.approverId(),
                            taken(Stream.of(line), OF_LINE, discount.discountId())),
                    "the discount " + detail);
        }
        limits(ofLine, OF_LINE, List.of(line), "line " + line.number());
    }

    /** True for a price that says of itself that nobody took off anything by it; whether that is so, prices and orders tell. */
    private boolean isAgreed(SaleMessage.OverriddenPrice price) {
        boolean isPromised =
                sale.details().orderId() != null && price.reason().equals(SaleMessage.OverriddenPrice.QUOTED);
        return isPromised || price.reason().equals(SaleMessage.OverriddenPrice.OPEN_PRICE);
    }

    /** How far a price by hand goes below the book's is limited as a discount is. */
    private void priceLimit(SaleMessage.Line line, SaleMessage.OverriddenPrice price) {
        Long regular = price.regularUnitPriceMicro();
        SellingRules selling = rules;
        if (selling == null || selling.limits() == null || regular == null || line.unitPriceMicro() >= regular) {
            return;
        }
        String role = roles.apply(price.approverId()).orElse("");
        SellingRules.RoleLimit share =
                new SellingRules.RoleLimit(role, selling.limitOf(role).maxPercentPpm(), null);
        if (!share.allows(null, regular - line.unitPriceMicro(), regular)) {
            doubts.add("the price by hand on line " + line.number() + " is further below the book's than the role "
                    + role + " may go");
        }
    }

    /** Uses up the approval of something that another than the operator allowed. */
    private void allowed(Thing thing, String words) {
        if (thing.approverId().equals(sale.operatorId())) {
            return;
        }
        Optional<Approvals.Told> found = unused.stream()
                .filter(told -> told.action().equals(thing.action())
                        && thing.detail().equals(told.detail())
                        && told.approverId().equals(thing.approverId())
                        && (told.amountMinor() == null || told.amountMinor() >= thing.offMinor()))
                .findFirst();
        if (found.isEmpty()) {
            doubts.add(words + " names " + thing.approverId() + " as its approver, and there is no such approval");
            return;
        }
        unused.remove(found.get());
        String why = found.get().doubts();
        if (why != null) {
            doubts.add(words + " was allowed by an approval that does not hold: " + why.replace("\n", ", "));
        }
    }

    /** What one person allowed together must be within that person's limit. */
    private void limits(
            List<CartMessage.ManualDiscount> discounts, String source, List<SaleMessage.Line> lines, String of) {
        SellingRules selling = rules;
        if (selling == null || selling.limits() == null) {
            return;
        }
        List<String> approvers = discounts.stream()
                .map(CartMessage.ManualDiscount::approverId)
                .distinct()
                .toList();
        for (String approverId : approvers) {
            List<CartMessage.ManualDiscount> own = discounts.stream()
                    .filter(discount -> discount.approverId().equals(approverId))
                    .toList();
            long off = own.stream()
                    .mapToLong(discount -> taken(lines.stream(), source, discount.discountId()))
                    .sum();
            SellingRules.RoleLimit limit =
                    selling.limitOf(roles.apply(approverId).orElse(""));
            if (!limit.allows(onlyPercent(own), off, base(lines))) {
                doubts.add(
                        "what " + approverId + " took off " + of + " is above the limit of the role " + limit.role());
            }
        }
    }

    private static @Nullable Long onlyPercent(List<CartMessage.ManualDiscount> discounts) {
        CartMessage.ManualDiscount first = discounts.get(0);
        return discounts.size() == 1 && first.kind().equals(PERCENT) ? first.value() : null;
    }

    /** What discounts of a line or a sale come to; goods that come back have negative ones. */
    private static long taken(Stream<SaleMessage.Line> lines, String source, String discountId) {
        return Math.abs(lines.flatMap(line -> line.takenOff().stream())
                .filter(off -> off.source().equals(source) && off.discountId().equals(discountId))
                .mapToLong(SaleMessage.Discount::amountMinor)
                .sum());
    }

    /** What the goods would have come to without discounts by hand. */
    private static long base(List<SaleMessage.Line> lines) {
        return Math.abs(lines.stream()
                .mapToLong(line -> line.listedMinor()
                        - line.takenOff().stream()
                                .filter(off -> off.source().equals(EXEMPTION))
                                .mapToLong(SaleMessage.Discount::amountMinor)
                                .sum())
                .sum());
    }
}
