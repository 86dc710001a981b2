package org.tillwright.register.device.jpos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.PrinterHealth;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.register.device.host.DriverHost;

/** A receipt printer that a maker's JavaPOS service drives. A receipt counts as printed when the service says so. */
public final class JposPrinter implements ReceiptPrinter {

    /** A slow printer makes 300 lines a minute. */
    private static final Duration MORE_PER_LINE = Duration.ofMillis(200);

    private final JposSession session;
    private final int columns;

    /**
     * Opens nothing yet.
     *
     * @param target the service; its columns are what receipts are laid out to
     */
    public JposPrinter(DriverHost host, JposTarget target) {
        session = new JposSession(host, DeviceKind.PRINTER, target);
        columns = target.columns().intValue();
    }

    @Override
    public void print(Receipt receipt) throws DeviceException {
        List<JposCall> calls = JposCall.print(receipt);
        for (JposCall call : calls.subList(0, calls.size() - 1)) {
            session.hand(call);
        }
        session.ask(
                calls.get(calls.size() - 1),
                MORE_PER_LINE.multipliedBy(receipt.lines().size()));
    }

    @Override
    public Optional<PrinterHealth> look() throws DeviceException {
        JposReply.Health told = session.ask(JposCall.of(JposCall.Verb.HEALTH)).health();
        return Optional.ofNullable(told)
                .map(now -> new PrinterHealth(
                        now.isPaperLow(), now.isPaperOut(), now.isCoverOpen(), false, now.isDrawerOpen()));
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void close() {
        session.close();
    }
}
