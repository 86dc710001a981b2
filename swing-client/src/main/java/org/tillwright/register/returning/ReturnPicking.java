package org.tillwright.register.returning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.returns.Refunds;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.sale.ReceiptFound;
import org.tillwright.wire.sale.SaleReturns;

/** What of a receipt comes back, while it is chosen: never more of a line than is left of it. No Swing, no talk. */
final class ReturnPicking {

    private final ReceiptFound receipt;
    private final SaleReturns.Opened opened;
    private final Catalogue catalogue;
    private final Map<Integer, Quantity> chosen = new TreeMap<>();

    ReturnPicking(KnownReceipt known, Catalogue catalogue) {
        this.receipt = known.receipt();
        this.opened = known.opened();
        this.catalogue = catalogue;
    }

    /**
     * One line of the receipt.
     *
     * @param isSoldHere false for goods that this register does not know, and cannot take back by itself
     */
    record Line(
            SaleMessage.Line sold, Quantity bought, Quantity back, Quantity left, Quantity chosen, boolean isSoldHere) {

        int number() {
            return Math.toIntExact(sold.number());
        }

        boolean isWhole() {
            return chosen.equals(left);
        }
    }

    ReceiptFound receipt() {
        return receipt;
    }

    SaleReturns.Opened opened() {
        return opened;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (SaleMessage.Line line : receipt.sale().lines()) {
            SoldLine sold = opened.sale().lines().get(Math.toIntExact(line.number()));
            if (sold != null) {
                lines.add(new Line(
                        line,
                        sold.quantity(),
                        sold.returned(),
                        sold.left(),
                        chosen.getOrDefault(Math.toIntExact(line.number()), new Quantity(0)),
                        catalogue.find(line.itemId()).isPresent()));
            }
        }
        return lines;
    }

    boolean isAnythingLeft() {
        return lines().stream().anyMatch(line -> !line.left().isZero() && line.isSoldHere());
    }

    Map<Integer, Quantity> chosen() {
        return Map.copyOf(chosen);
    }

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** True while there is something that was not chosen. */
    boolean isMoreLeft() {
        return lines().stream().anyMatch(line -> line.isSoldHere() && !line.isWhole());
    }

    /** True if all that is left of a line was chosen. */
    boolean isWhole(int number) {
        return line(number).isWhole();
    }

    void all() {
        lines().stream().filter(Line::isSoldHere).forEach(line -> put(line.number(), line.left()));
    }

    /** So much was chosen before; what is not left any more is not chosen again. */
    void again(int number, Quantity quantity) {
        lines().stream()
                .filter(line -> line.number() == number
                        && quantity.milli() <= line.left().milli())
                .forEach(line -> put(number, quantity));
    }

    /** One more of a line; after all of it, none. What has no pieces comes back as a whole. */
    void step(int number) {
        Line line = line(number);
        boolean isMeasured = line.left().milli() % Quantity.ONE.milli() != 0;
        long next = isMeasured ? line.left().milli() : line.chosen().milli() + Quantity.ONE.milli();
        boolean isBeyond =
                next > line.left().milli() || (isMeasured && !line.chosen().isZero());
        set(number, new Quantity(isBeyond ? 0 : next));
    }

    /** One more piece of an item that was scanned; false when none is left on the receipt. */
    boolean scanned(String itemId) {
        for (Line line : lines()) {
            boolean isIt = line.sold().itemId().equals(itemId)
                    && line.chosen().milli() + Quantity.ONE.milli()
                            <= line.left().milli();
            if (isIt) {
                step(line.number());
                return true;
            }
        }
        return false;
    }

    /** So much of a line; returns why not, if there is not so much. */
    Optional<Notice> choose(int number, Quantity quantity) {
        Line line = line(number);
        boolean isPieces = catalogue
                .find(line.sold().itemId())
                .map(item -> !item.unit().isDivisible())
                .orElse(true);
        if (quantity.isNegative() || quantity.milli() > line.left().milli()) {
            return Optional.of(Notice.of("returning.too-many", line.sold().description(), plain(line.left())));
        }
        if (isPieces && quantity.milli() % Quantity.ONE.milli() != 0) {
            return Optional.of(Notice.of("sale.quantity-not-whole", line.sold().description()));
        }
        set(number, quantity);
        return Optional.empty();
    }

    private static String plain(Quantity quantity) {
        return quantity.decimal().stripTrailingZeros().toPlainString();
    }

    /** Deposits come back with their goods. */
    private void set(int number, Quantity quantity) {
        put(number, quantity);
        Line goods = line(number);
        for (Line line : lines()) {
            Long follows = line.sold().follows();
            if (follows != null && follows == number && line.number() != number) {
                long share = Math.multiplyExact(line.bought().milli(), quantity.milli())
                        / goods.bought().milli();
                long whole = share / Quantity.ONE.milli() * Quantity.ONE.milli();
                set(line.number(), new Quantity(Math.min(whole, line.left().milli())));
            }
        }
    }

    private void put(int number, Quantity quantity) {
        if (quantity.isZero()) {
            chosen.remove(number);
        } else {
            chosen.put(number, quantity);
        }
    }

    private Line line(int number) {
        return lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** How the chosen goods were sold, by line number of the receipt. */
    Map<Integer, SoldLine> worth() throws Refunds.NotReturnableException {
        return Refunds.lines(opened.sale(), chosen);
    }

    /** What goes back to the customer for what is chosen, without what manufacturers' coupons paid. */
    Money refund() throws Refunds.NotReturnableException {
        Money sum = Money.zero(Currency.of(receipt.sale().currency()));
        for (Map.Entry<Integer, SoldLine> line : worth().entrySet()) {
            sum = sum.plus(line.getValue()
                    .worthOf(requireNonNull(chosen.get(line.getKey())))
                    .gross());
        }
        return sum.minus(toManufacturers());
    }

    /** What of it manufacturers' coupons paid, and goes back to them. */
    Money toManufacturers() throws Refunds.NotReturnableException {
        Money sum = Money.zero(Currency.of(receipt.sale().currency()));
        for (Map.Entry<Integer, SoldLine> line : worth().entrySet()) {
            Money coupons = opened.coupons().get(line.getKey());
            if (coupons != null) {
                sum = sum.plus(
                        Refunds.toManufacturers(coupons, line.getValue(), requireNonNull(chosen.get(line.getKey()))));
            }
        }
        return sum;
    }
}
