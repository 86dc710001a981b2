package org.tillwright.register;

import java.util.function.IntFunction;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.text.Texts;

/** Brings papers that nobody counts to the receipt printer, such as those of a card terminal or of a parked sale. */
final class PaperPrinting {

    private PaperPrinting() {}

    /**
     * Prints a paper; if the printer's driver is lost when it may be on paper, prints it again, marked as a copy. Does nothing
     * without a printer, and never waits.
     *
     * @param language of the paper
     * @param layout makes it for so many columns, on the printer's lane; twice if it is printed twice
     */
    static void print(Devices devices, Texts language, IntFunction<Receipt> layout) {
        devices.printer()
                .ifPresent(lane -> lane.use(
                        printer -> printer.print(layout.apply(printer.columns())),
                        printer ->
                                printer.print(layout.apply(printer.columns()).asCopy(language.text("receipt.copy")))));
    }
}
