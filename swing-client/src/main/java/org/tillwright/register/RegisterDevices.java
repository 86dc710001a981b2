package org.tillwright.register;

import java.lang.System.Logger;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.LineDisplay;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.register.fiscal.FiscalState;
import org.tillwright.register.fiscal.FiscalStep;
import org.tillwright.register.fiscal.FiscalWords;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.receipt.LogoShelf;
import org.tillwright.register.receipt.ReceiptLayout;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.PrintedReceipts;
import org.tillwright.register.sale.ReceiptCopies;
import org.tillwright.register.sale.SaleDevices;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.value.CustomerFound;

/** Hands what a sale wants of its devices to their lanes. Receipts are laid out on the printer's lane. */
final class RegisterDevices implements SaleDevices {

    private static final Logger LOG = System.getLogger(RegisterDevices.class.getName());

    private final Supplier<Devices> devices;
    private final PrintedReceipts printed;
    private final ReceiptCopies copies;
    private final Catalogues catalogues;
    private final FiscalStep fiscal;
    private final Supplier<Texts> texts;
    private final LogoShelf logos;

    RegisterDevices(
            Supplier<Devices> devices,
            PrintedReceipts printed,
            ReceiptCopies copies,
            Catalogues catalogues,
            FiscalStep fiscal,
            Supplier<Texts> texts,
            LogoShelf logos) {
        this.devices = devices;
        this.printed = printed;
        this.copies = copies;
        this.catalogues = catalogues;
        this.fiscal = fiscal;
        this.texts = texts;
        this.logos = logos;
    }

    @Override
    public void lineRung(SaleLine line, Money total) {
        Texts now = texts.get();
        show(beside(line.description(), now.amount(line.listed())), amount(now, "display.total", total));
    }

    @Override
    public void totalDue(Money due) {
        Texts now = texts.get();
        boolean isRefund = due.isNegative();
        if (due.isZero()) {
            show(now.text("display.welcome"), "");
        } else {
            show("", amount(now, isRefund ? "display.refund" : "display.due", isRefund ? due.negated() : due));
        }
    }

    @Override
    public void finished(FinishedSale sale) {
        Texts now = texts.get();
        if (sale.movesCash() && !sale.isTraining()) {
            openDrawer();
        }
        fiscal.sign(sale.record(), () -> paper(sale));
        Money paid = sale.total().plus(sale.cashRounding());
        if (paid.isNegative()) {
            show("", amount(now, "display.refund", paid.negated()));
        } else {
            show(amount(now, "display.total", paid), amount(now, "display.change", sale.change()));
        }
    }

    /** Once the fiscal step is done with it, on whatever thread. */
    private void paper(FinishedSale sale) {
        if (sale.isOnPaper()) {
            print(sale, layout -> layout.original(sale));
        } else {
            settled(sale);
        }
    }

    @Override
    public @Nullable Notice obstacle() {
        FiscalState state = fiscal.state();
        if (!state.isOver()) {
            return null;
        }
        fiscal.lookNow();
        return FiscalWords.over(state);
    }

    @Override
    public void openDrawer() {
        devices.get().drawer().ifPresent(lane -> lane.use(drawer -> drawer.open()));
    }

    @Override
    public void paymentCode(String code, Money amount) {
        Texts now = texts.get();
        show(now.text("display.scan"), amount(now, "display.due", amount));
    }

    @Override
    public void printCopy(FinishedSale sale) {
        print(sale, layout -> layout.copy(sale));
    }

    @Override
    public void printCopy(FinishedSale sale, int number) {
        print(sale, layout -> layout.copy(sale, number));
    }

    /** A gift receipt holds no price and its copies are not counted; that it is one, it says. It stands for no receipt. */
    @Override
    public void printGift(FinishedSale sale, Set<Long> lines) {
        devices.get()
                .printer()
                .ifPresent(lane -> lane.use(
                        printer -> put(printer, sale, layout -> layout.gift(sale, lines)),
                        printer -> put(printer, sale, layout -> layout.giftAgain(sale, lines))));
    }

    /** A receipt that may be on paper when the printer's driver is lost is printed once more, as a copy with its number. */
    private void print(FinishedSale sale, Function<ReceiptLayout, Receipt> receipt) {
        devices.get()
                .printer()
                .ifPresent(lane ->
                        lane.use(printer -> settle(printer, sale, receipt), printer -> putAgain(printer, sale)));
    }

    private void settle(ReceiptPrinter printer, FinishedSale sale, Function<ReceiptLayout, Receipt> receipt)
            throws DeviceException {
        put(printer, sale, receipt);
        settled(sale);
    }

    private void putAgain(ReceiptPrinter printer, FinishedSale sale) throws DeviceException {
        Catalogue catalogue = catalogues.newest().orElse(null);
        if (catalogue != null) {
            int number = copyAfterLoss(sale, catalogue);
            settle(printer, sale, layout -> layout.copy(sale, number));
        }
    }

    private int copyAfterLoss(FinishedSale sale, Catalogue catalogue) throws DeviceException {
        try {
            return copies.madeAfterLoss(sale, catalogue);
        } catch (JournalException e) {
            throw new DeviceException(DeviceKind.PRINTER, DeviceException.Trouble.DRIVER_LOST, e);
        }
    }

    /** In the customer's language where it is known, else in the store's: the paper is for the customer. */
    private void put(ReceiptPrinter printer, FinishedSale sale, Function<ReceiptLayout, Receipt> receipt)
            throws DeviceException {
        Catalogue catalogue = catalogues.newest().orElse(null);
        if (catalogue == null) {
            return; // a register that never sold has no sale to print
        }
        String logo = catalogue.shop().receipts().logoPictureId();
        CustomerFound customer = sale.customer();
        ReceiptLayout layout = new ReceiptLayout(
                        catalogue, Texts.of(catalogue.store().language()), printer.columns())
                .withLogo(logo == null ? null : logos.find(logo))
                .withFiscal(fiscal.answerTo(sale.record()));
        printer.print(
                receipt.apply(customer == null ? layout : layout.forCustomer(customer.name(), customer.language())));
    }

    /** On the printer's lane, once the printer said that the receipt is on paper. */
    private void settled(FinishedSale sale) {
        try {
            printed.settled(sale);
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "a printed receipt was not noted; it may be offered again after a start", e);
        }
    }

    private void show(TwoEnds top, TwoEnds bottom) {
        devices.get()
                .display()
                .ifPresent(lane -> lane.use(display -> display.show(top.fit(display), bottom.fit(display))));
    }

    private void show(String top, String bottom) {
        show(beside(top, ""), beside(bottom, ""));
    }

    private void show(String top, TwoEnds bottom) {
        show(beside(top, ""), bottom);
    }

    private static TwoEnds amount(Texts texts, String key, Money money) {
        return beside(texts.text(key), texts.amount(money));
    }

    private static TwoEnds beside(String left, String right) {
        return new TwoEnds(left, right);
    }

    /** One line of the display; the figure at its right end is never cut. */
    private record TwoEnds(String left, String right) {

        String fit(LineDisplay display) {
            int columns = display.columns();
            String end = display.written(right.replace('\u2212', '-').replace('\u00a0', ' '));
            int room = Math.max(0, columns - end.length() - (end.isEmpty() ? 0 : 1));
            String words = display.written(left); // in Latin letters some words are longer
            String begin = words.length() > room ? words.substring(0, room) : words;
            return begin + " ".repeat(Math.max(0, columns - begin.length() - end.length())) + end;
        }
    }
}
