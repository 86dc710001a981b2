package org.tillwright.register.device;

/**
 * What a printer says of itself when it is asked: what a person at the register should know before the next receipt.
 *
 * @param paperLow the roll is near its end; a few receipts may still fit. False on printers that cannot tell
 * @param paperOut there is no paper: nothing prints
 * @param coverOpen the cover is open: nothing prints
 * @param faulty it reports a fault of its own, such as a jammed knife: nothing prints
 * @param drawerOpen the cash drawer behind it stands open. False where the settings do not say how its contact is wired
 */
public record PrinterHealth(boolean paperLow, boolean paperOut, boolean coverOpen, boolean faulty, boolean drawerOpen) {

    /** A printer with paper, shut, and a drawer that is shut. */
    public static final PrinterHealth WELL = new PrinterHealth(false, false, false, false, false);
}
