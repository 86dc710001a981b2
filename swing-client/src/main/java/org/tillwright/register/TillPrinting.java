package org.tillwright.register;

import java.util.function.Function;
import java.util.function.Supplier;
import org.tillwright.register.catalogue.Catalogues;
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

    private final Devices devices;
    private final Catalogues catalogues;
    private final Supplier<Texts> texts;
    private final Supplier<String> workstationId;

    TillPrinting(Devices devices, Catalogues catalogues, Supplier<Texts> texts, Supplier<String> workstationId) {
        this.devices = devices;
        this.catalogues = catalogues;
        this.texts = texts;
        this.workstationId = workstationId;
    }

    @Override
    public void openDrawer() {
        devices.drawer().ifPresent(lane -> lane.use(drawer -> drawer.open()));
    }

    @Override
    public void slip(CashMovedMessage moved) {
        String workstation = workstationId.get();
        print(paper -> paper.slip(moved, workstation));
    }

    @Override
    public void report(TillReport report) {
        String workstation = workstationId.get();
        print(paper -> paper.report(report, workstation));
    }

    @Override
    public void settled(TillSettledMessage settled) {
        String workstation = workstationId.get();
        print(paper -> paper.settled(settled, workstation));
    }

    @Override
    public void copy(TillSettledMessage settled) {
        String workstation = workstationId.get();
        print(paper -> paper.copy(settled, workstation));
    }

    private void print(Function<TillPaper, Receipt> paper) {
        Texts now = texts.get();
        devices.printer().ifPresent(lane -> catalogues
                .newest()
                .ifPresent(catalogue -> lane.use(
                        printer -> printer.print(paper.apply(new TillPaper(catalogue, now, printer.columns()))))));
    }
}
