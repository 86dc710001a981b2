package org.tillwright.server.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.ApprovalDetail;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.shop.ReturnRules;

/**
 * Finds goods that came back without their receipt and nobody allowed it: the way in which money leaves a shop most easily, since
 * nothing that was paid stands against it.
 */
final class AllowedReturns {

    private final SaleMessage sale;
    private final List<Approvals.Told> told;
    private final List<String> doubts = new ArrayList<>();

    private AllowedReturns(SaleMessage sale, List<Approvals.Told> told) {
        this.sale = sale;
        this.told = told;
    }

    /**
     * Returns in words what nobody allowed.
     *
     * @param told the approvals for the sale
     * @param mayAlone whether the sale's operator may take goods back without a receipt
     * @param rules of the store at that time; null where it has said nothing
     */
    static List<String> doubtsOf(
            SaleMessage sale, List<Approvals.Told> told, boolean mayAlone, @Nullable ReturnRules rules) {
        AllowedReturns returns = new AllowedReturns(sale, told);
        List<SaleMessage.Line> blind = sale.lines().stream()
                .filter(line -> line.quantityMilli() < 0 && line.returned() == null)
                .toList();
        if (!mayAlone) {
            blind.stream()
                    .filter(line -> !isAtAPriceByHand(line) && !isDepositOf(line, blind))
                    .forEach(returns::line);
        }
        Long most = rules == null ? null : rules.withoutReceiptMaxMinor();
        long worth = blind.stream().mapToLong(line -> -line.extendedMinor()).sum();
        if (most != null && worth > most) {
            returns.limit(most, worth);
        }
        return List.copyOf(returns.doubts);
    }

    /** Who may set a price may take goods back at it, and that was looked at as a price. */
    private static boolean isAtAPriceByHand(SaleMessage.Line line) {
        SaleMessage.OverriddenPrice price = line.override();
        return price != null && !price.reason().equals(SaleMessage.OverriddenPrice.OPEN_PRICE);
    }

    /** A deposit goes back with its goods, and nobody is asked a second time. */
    private static boolean isDepositOf(SaleMessage.Line line, List<SaleMessage.Line> blind) {
        return line.follows() != null
                && blind.stream()
                        .anyMatch(goods ->
                                goods.follows() == null && goods.number().equals(line.follows()));
    }

    private void line(SaleMessage.Line line) {
        String words = "line " + line.number() + " brings " + line.itemId() + " back without a receipt";
        String begin = ApprovalDetail.ofReturn(line.number(), line.itemId());
        require(
                told.stream()
                        .filter(each -> each.action().equals(ApprovalDetail.RETURN)
                                && isForAsMuch(each.detail(), begin, -line.quantityMilli()))
                        .toList(),
                words);
    }

    /** After its beginning a detail has how much comes back, in thousandths, and then perhaps at which price. */
    private static boolean isForAsMuch(@Nullable String detail, String begin, long milli) {
        if (detail == null || !detail.startsWith(begin)) {
            return false;
        }
        String quantity = detail.substring(begin.length()).split(" ", 2)[0];
        return quantity.matches("[0-9]{1,15}") && Long.parseLong(quantity) >= milli;
    }

    private void limit(long most, long worth) {
        require(
                told.stream()
                        .filter(each -> each.action().equals(ApprovalDetail.RETURN_WITHOUT_RECEIPT))
                        .filter(each -> each.amountMinor() != null && each.amountMinor() >= worth)
                        .toList(),
                "goods worth " + worth + " in minor units came back without a receipt, more than the store's " + most);
    }

    private void require(List<Approvals.Told> found, String words) {
        Optional<Approvals.Told> sound =
                found.stream().filter(each -> each.doubts() == null).findFirst();
        if (found.isEmpty()) {
            doubts.add(words + ", and nobody allowed it to " + sale.operatorId());
        } else if (sound.isEmpty()) {
            String why = String.valueOf(found.get(0).doubts());
            doubts.add(words + ", allowed by an approval that does not hold: " + why.replace("\n", ", "));
        }
    }
}
