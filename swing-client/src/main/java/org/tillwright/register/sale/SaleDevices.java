package org.tillwright.register.sale;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.text.Notice;

/** What a sale wants of the devices. Nothing here waits or fails: a device that is missing or jammed stops no sale. */
public interface SaleDevices {

    /** A register without devices. */
    SaleDevices NONE = new SaleDevices() {
        @Override
        public void lineRung(SaleLine line, Money total) {}

        @Override
        public void totalDue(Money due) {}

        @Override
        public void finished(FinishedSale sale) {}

        @Override
        public void printCopy(FinishedSale sale) {}
    };

    /** Shows the line and the total to the customer. */
    void lineRung(SaleLine line, Money total);

    /** Shows the customer what is still to be paid. */
    void totalDue(Money due);

    /** Opens the drawer if cash moved, prints the receipt, shows the change. Only ever called for a fact. */
    void finished(FinishedSale sale);

    /** Returns why no sale may begin now, such as a fiscal device that the law wants and that is away; null as a rule. */
    default @Nullable Notice obstacle() {
        return null;
    }

    /** Opens the drawer for change that goes back before the sale is a fact. */
    default void openDrawer() {}

    /** Shows the customer a code to be scanned with the phone, and how much it pays. */
    default void paymentCode(String code, Money amount) {}

    /** Prints a receipt again, marked as a copy. */
    void printCopy(FinishedSale sale);

    /** Prints a receipt again, marked as the copy of this number. */
    default void printCopy(FinishedSale sale, int number) {
        printCopy(sale);
    }

    /**
     * Prints a receipt without prices.
     *
     * @param lines numbers of the lines that are on it; none for all
     */
    default void printGift(FinishedSale sale, Set<Long> lines) {}
}
