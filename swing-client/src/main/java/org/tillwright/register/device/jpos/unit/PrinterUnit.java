package org.tillwright.register.device.jpos.unit;

import java.util.ArrayList;
import java.util.List;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.jpos.JposCall;
import org.tillwright.register.device.jpos.JposCall.Verb;
import org.tillwright.register.device.jpos.JposReply;
import org.tillwright.register.device.jpos.JposReply.Health;
import org.tillwright.register.device.serial.LineException;

/** A receipt printer. Everything is printed before a call returns: a receipt counts as printed when the service says so. */
final class PrinterUnit extends Unit<POSPrinter> {

    private final int columns;
    private final List<ReceiptLine> kept = new ArrayList<>();
    private @Nullable ReceiptPaper paper;

    /** @param columns characters that a line is laid out to */
    PrinterUnit(POSPrinter printer, int columns) {
        super(printer, new Power(printer::getCapPowerReporting, printer::setPowerNotify, printer::getPowerState));
        this.columns = columns;
    }

    @Override
    void begin(POSPrinter printer) {
        Ability.done(() -> printer.setAsyncMode(false));
        boolean isMetric = Ability.done(() -> printer.setMapMode(POSPrinterConst.PTR_MM_METRIC));
        boolean areMapped =
                Ability.is(printer::getCapMapCharacterSet) && Ability.done(() -> printer.setMapCharacterSet(true));
        var letters = new Letters(
                Ability.text(printer::getCharacterSetList),
                Ability.number(printer::getCharacterSet, 0),
                areMapped,
                printer::setCharacterSet);
        paper = new ReceiptPaper(printer, PrinterAbilities.of(printer, columns), letters, isMetric);
    }

    @Override
    JposReply answer(POSPrinter printer, JposCall call) throws JposException, LineException {
        if (call.is(Verb.HEALTH)) {
            return canTell(printer) ? JposReply.of(health(printer)) : JposReply.DONE;
        }
        if (!call.is(Verb.PAPER) && !call.is(Verb.PRINT)) {
            throw unknown(call);
        }
        List<ReceiptLine> lines = call.receiptLines();
        if (kept.size() + lines.size() > Receipt.MAX_LINES) {
            kept.clear();
            throw new LineException(Trouble.NOT_UNDERSTOOD, "a receipt of more than " + Receipt.MAX_LINES + " lines");
        }
        kept.addAll(lines);
        if (call.is(Verb.PRINT)) {
            List<ReceiptLine> receipt = List.copyOf(kept);
            kept.clear();
            print(printer, receipt);
        }
        return JposReply.DONE;
    }

    private void print(POSPrinter printer, List<ReceiptLine> receipt) throws JposException, LineException {
        ReceiptPaper to = paper;
        if (to == null) {
            throw new LineException(Trouble.CLOSED, "the printer is not open");
        }
        requireReady(printer);
        to.print(receipt);
    }

    /** No paper and an open cover are told before anything is printed. */
    private static void requireReady(POSPrinter printer) throws LineException {
        Health now = health(printer);
        if (now.isCoverOpen()) {
            throw new LineException(Trouble.COVER_OPEN, "its cover is open").beforeAnything();
        }
        if (now.isPaperOut()) {
            throw new LineException(Trouble.PAPER_OUT, "it has no paper").beforeAnything();
        }
    }

    private static boolean canTell(POSPrinter printer) {
        return Ability.is(printer::getCapRecNearEndSensor)
                || Ability.is(printer::getCapRecEmptySensor)
                || Ability.is(printer::getCapCoverSensor);
    }

    private static Health health(POSPrinter printer) {
        return new Health(
                Ability.is(printer::getCapRecNearEndSensor) && Ability.is(printer::getRecNearEnd),
                Ability.is(printer::getCapRecEmptySensor) && Ability.is(printer::getRecEmpty),
                Ability.is(printer::getCapCoverSensor) && Ability.is(printer::getCoverOpen),
                false);
    }

    /** What the service took and has not printed yet must not come out with the next receipt. */
    @Override
    void abandon(POSPrinter printer) throws JposException {
        kept.clear();
        ReceiptPaper begun = paper;
        if (begun != null) {
            begun.forget();
        }
        printer.clearOutput();
    }

    @Override
    Trouble troubleOf(JposException error) {
        return ErrorCodes.troubleOfPrinter(error);
    }
}
