package org.tillwright.register.device.escpos;

import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.register.device.serial.SharedLine;

/**
 * A receipt printer that speaks ESC/POS. Where the printer answers, a receipt counts as printed when the printer says
 * so; on a one-way line, when all bytes were taken.
 */
public final class EscPosPrinter implements ReceiptPrinter {

    private final SharedLine shared;
    private final PrinterModel model;
    /** A printer that has once answered is switched off when it does not; one that never did may be on a one-way line. */
    private boolean hasAnswered;

    /** @param shared one share of the line, which is given up by {@link #close()} */
    public EscPosPrinter(SharedLine shared, PrinterModel model) {
        this.shared = shared;
        this.model = model;
    }

    @Override
    public void print(Receipt receipt) throws DeviceException {
        byte[] bytes = EscPosWriter.encode(receipt, model);
        shared.run(DeviceKind.PRINTER, line -> {
            var status = new PrinterStatus(line);
            boolean answers = status.check(DeviceKind.PRINTER);
            if (hasAnswered && !answers) {
                throw new DeviceException(DeviceKind.PRINTER, Trouble.NOT_ANSWERING);
            }
            hasAnswered = answers;
            line.write(bytes);
            if (answers) {
                status.awaitPrinted(DeviceKind.PRINTER, receipt.lines().size());
            }
        });
    }

    @Override
    public int columns() {
        return model.columns();
    }

    @Override
    public void close() {
        shared.close();
    }
}
