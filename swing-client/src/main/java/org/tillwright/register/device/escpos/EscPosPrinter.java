package org.tillwright.register.device.escpos;

import java.io.IOException;
import java.util.Optional;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.PrinterHealth;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/**
 * A receipt printer that speaks ESC/POS. Where the printer answers, a receipt counts as printed when the printer says
 * so; on a one-way line, when all bytes were taken.
 */
public final class EscPosPrinter implements ReceiptPrinter {

    private final SharedLine shared;
    private final PrinterModel model;
    private final DrawerContact contact;
    /** A printer that has once answered is switched off when it does not; one that never did may be on a one-way line. */
    private boolean hasAnswered;

    /**
     * Makes a printer; touches no hardware.
     *
     * @param shared one share of the line, which is given up by {@link #close()}
     * @param contact how the drawer behind it tells that it is open
     */
    public EscPosPrinter(SharedLine shared, PrinterModel model, DrawerContact contact) {
        this.shared = shared;
        this.model = model;
        this.contact = contact;
    }

    @Override
    public void print(Receipt receipt) throws DeviceException {
        EscPosWriter.Encoded encoded = EscPosWriter.write(receipt, model);
        shared.run(DeviceKind.PRINTER, line -> {
            var status = new PrinterStatus(line);
            boolean answers = answers(line, status);
            shared.begins(encoded.longestCommand());
            line.write(encoded.bytes());
            if (answers) {
                awaitPrinted(status, receipt.lines().size());
            }
            shared.ended();
        });
    }

    /** A printer that says what is the matter has all that it was sent. */
    private void awaitPrinted(PrinterStatus status, int lines) throws IOException, DeviceException {
        try {
            status.awaitPrinted(DeviceKind.PRINTER, lines);
        } catch (DeviceException e) {
            if (e.trouble() != Trouble.NOT_ANSWERING) {
                shared.ended();
            }
            throw e;
        }
    }

    /** Asks before a byte of the receipt is sent: what goes wrong here leaves nothing on paper. */
    private boolean answers(SerialLine line, PrinterStatus status) throws IOException, DeviceException {
        try {
            // Or it would take the question for the rest of what was cut off.
            if (shared.isFresh()) {
                CutOff.endUnknown(line, shared, true);
            }
            CutOff.end(line, shared.unfinished());
            boolean answers = status.check(DeviceKind.PRINTER);
            requireAnswer(answers);
            return answers;
        } catch (LineException e) {
            throw e.beforeAnything();
        } catch (DeviceException e) {
            throw e.beforeAnything();
        }
    }

    @Override
    public Optional<PrinterHealth> look() throws DeviceException {
        return shared.use(DeviceKind.PRINTER, line -> {
            if (shared.isFresh()) {
                CutOff.endHead(line);
            }
            Optional<PrinterHealth> health = new PrinterStatus(line).look(contact);
            requireAnswer(health.isPresent());
            if (health.isPresent() && shared.isFresh()) {
                CutOff.endUnknown(line, shared, false);
            }
            return health;
        });
    }

    private void requireAnswer(boolean answers) throws DeviceException {
        if (hasAnswered && !answers) {
            throw new DeviceException(DeviceKind.PRINTER, Trouble.NOT_ANSWERING);
        }
        hasAnswered = answers;
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
