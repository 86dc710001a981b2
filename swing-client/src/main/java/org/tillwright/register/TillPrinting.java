package org.tillwright.register;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.receipt.TillPaper;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillDevices;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.till.TillReport;

/** Hands what a till wants of its devices to their lanes. Papers are laid out on the printer's lane. */
final class TillPrinting implements TillDevices {

    private final Supplier<Devices> devices;
    private final Catalogues catalogues;
    private final Supplier<Texts> texts;
    private final Supplier<String> workstationId;
    private final Predicate<TillSettledMessage> copied;

    /** @param copied writes down that a report is printed again; false if that is not on disk. Any thread may ask */
    TillPrinting(
            Supplier<Devices> devices,
            Catalogues catalogues,
            Supplier<Texts> texts,
            Supplier<String> workstationId,
            Predicate<TillSettledMessage> copied) {
        this.devices = devices;
        this.catalogues = catalogues;
        this.texts = texts;
        this.workstationId = workstationId;
        this.copied = copied;
    }

    @Override
    public void openDrawer() {
        devices.get().drawer().ifPresent(lane -> lane.use(drawer -> drawer.open()));
    }

    @Override
    public void slip(CashMovedMessage moved) {
        String workstation = workstationId.get();
        print(paper -> paper.slip(moved, workstation), paper -> paper.asCopy().slip(moved, workstation));
    }

    @Override
    public void report(TillReport report) {
        String workstation = workstationId.get();
        print(paper -> paper.report(report, workstation), paper -> paper.asCopy()
                .report(report, workstation));
    }

    @Override
    public void settled(TillSettledMessage settled) {
        String workstation = workstationId.get();
        print(paper -> paper.settled(settled, workstation), settled);
    }

    @Override
    public void copy(TillSettledMessage settled) {
        String workstation = workstationId.get();
        print(paper -> paper.copy(settled, workstation), settled);
    }

    /** A second report of a settled till is something that somebody may ask about later, as when a person asks for it. */
    private void print(Function<TillPaper, Receipt> paper, TillSettledMessage settled) {
        String workstation = workstationId.get();
        print(paper, again -> {
            if (!copied.test(settled)) {
                throw new DeviceException(DeviceKind.PRINTER, DeviceException.Trouble.DRIVER_LOST);
            }
            return again.copy(settled, workstation);
        });
    }

    /** Prints a paper; if the printer's driver is lost while it does, prints it again, marked as a copy. */
    private void print(Function<TillPaper, Receipt> paper, Repeat again) {
        Texts now = texts.get();
        devices.get().printer().ifPresent(lane -> catalogues
                .newest()
                .ifPresent(catalogue -> lane.use(
                        printer -> printer.print(paper.apply(new TillPaper(catalogue, now, printer.columns()))),
                        printer -> printer.print(again.lay(new TillPaper(catalogue, now, printer.columns()))))));
    }

    /** Lays out a paper that may have been printed before. */
    @FunctionalInterface
    private interface Repeat {
        Receipt lay(TillPaper paper) throws DeviceException;
    }
}
