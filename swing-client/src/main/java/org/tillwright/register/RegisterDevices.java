package org.tillwright.register;

import java.lang.System.Logger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.LineDisplay;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.receipt.ReceiptLayout;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.PrintedReceipts;
import org.tillwright.register.sale.SaleDevices;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.text.Texts;

/** Hands what a sale wants of its devices to their lanes. Receipts are laid out on the printer's lane. */
final class RegisterDevices implements SaleDevices {

    private static final Logger LOG = System.getLogger(RegisterDevices.class.getName());

    private final Devices devices;
    private final PrintedReceipts printed;
    private final Catalogues catalogues;
    private final Supplier<Texts> texts;

    RegisterDevices(Devices devices, PrintedReceipts printed, Catalogues catalogues, Supplier<Texts> texts) {
        this.devices = devices;
        this.printed = printed;
        this.catalogues = catalogues;
        this.texts = texts;
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
        print(sale, layout -> layout.original(sale), now);
        Money paid = sale.total().plus(sale.cashRounding());
        if (paid.isNegative()) {
            show("", amount(now, "display.refund", paid.negated()));
        } else {
            show(amount(now, "display.total", paid), amount(now, "display.change", sale.change()));
        }
    }

    @Override
    public void openDrawer() {
        devices.drawer().ifPresent(lane -> lane.use(drawer -> drawer.open()));
    }

    @Override
    public void paymentCode(String code, Money amount) {
        Texts now = texts.get();
        show(now.text("display.scan"), amount(now, "display.due", amount));
    }

    @Override
    public void printCopy(FinishedSale sale) {
        print(sale, layout -> layout.copy(sale), texts.get());
    }

    @Override
    public void printCopy(FinishedSale sale, int number) {
        print(sale, layout -> layout.copy(sale, number), texts.get());
    }

    private void print(FinishedSale sale, Function<ReceiptLayout, Receipt> receipt, Texts now) {
        devices.printer().ifPresent(lane -> catalogues
                .newest()
                .ifPresent(catalogue -> lane.use(printer -> {
                    printer.print(receipt.apply(new ReceiptLayout(catalogue, now, printer.columns())));
                    settled(sale);
                })));
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
        devices.display().ifPresent(lane -> lane.use(display -> display.show(top.fit(display), bottom.fit(display))));
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
