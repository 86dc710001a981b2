package org.tillwright.register.device.escpos;

import java.time.Duration;
import org.tillwright.register.device.CashDrawer;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.serial.SharedLine;

/** A cash drawer on the drawer port of an ESC/POS printer: the printer sends it a pulse. */
public final class EscPosDrawer implements CashDrawer {

    /** Pulse on and off times in units of 2 ms: 120 and 240 ms, long enough for every common solenoid. */
    private static final byte PULSE_ON = 60;

    private static final byte PULSE_OFF = 120;

    private final SharedLine shared;
    private final Pin pin;
    private final Duration mayStandOpen;

    /**
     * Makes a drawer; touches no hardware.
     *
     * @param shared one share of the printer's line, which is given up by {@link #close()}
     * @param mayStandOpen see {@link CashDrawer#mayStandOpen}
     */
    public EscPosDrawer(SharedLine shared, Pin pin, Duration mayStandOpen) {
        this.shared = shared;
        this.pin = pin;
        this.mayStandOpen = mayStandOpen;
    }

    @Override
    public void open() throws DeviceException {
        shared.run(DeviceKind.DRAWER, line -> {
            CutOff.end(line, shared.unfinished());
            line.write(pulse(pin));
        });
    }

    static byte[] pulse(Pin pin) {
        return new byte[] {0x1B, 'p', pin.number, PULSE_ON, PULSE_OFF};
    }

    @Override
    public Duration mayStandOpen() {
        return mayStandOpen;
    }

    @Override
    public boolean hangsOnPrinter() {
        return true;
    }

    @Override
    public void close() {
        shared.close();
    }

    /** Which contact of the printer's drawer socket the drawer is wired to. */
    public enum Pin {
        TWO(0),
        FIVE(1);

        private final byte number;

        Pin(int number) {
            this.number = (byte) number;
        }
    }
}
