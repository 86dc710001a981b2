package org.tillwright.register.device;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.serial.LineException;

/**
 * A device did not do what it was asked. The message is one English sentence for a log; screens say it in the
 * operator's language by {@link #textKey()}.
 */
public class DeviceException extends Exception {

    private final DeviceKind device;
    private final Trouble trouble;

    public DeviceException(DeviceKind device, Trouble trouble, @Nullable Throwable cause) {
        super("The " + device.words() + " " + trouble.words(), cause);
        this.device = requireNonNull(device, "device");
        this.trouble = requireNonNull(trouble, "trouble");
    }

    public DeviceException(DeviceKind device, Trouble trouble) {
        this(device, trouble, null);
    }

    public DeviceKind device() {
        return device;
    }

    public Trouble trouble() {
        return trouble;
    }

    /**
     * Whether a job that failed may have been done by the device all the same, in part or
     * whole. What is repeated then must not pass for the first.
     */
    public boolean mayBeDone() {
        return !(getCause() instanceof LineException line) || line.mayBeDone();
    }

    /** The same, told by somebody who knows that nothing of the job had reached the device yet. */
    public DeviceException beforeAnything() {
        Throwable cause = getCause();
        LineException line = cause instanceof LineException known
                ? known
                : new LineException(trouble, String.valueOf(getMessage()), cause);
        return new DeviceException(device, trouble, line.beforeAnything());
    }

    /** Returns the key of this message in a bundle, such as {@code device.printer.paper-out}. */
    public String textKey() {
        return "device." + device.setting() + "."
                + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True if a lane failed with such an exception: then the device certainly was not asked. Any other failure tells nothing. */
    public static boolean is(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof DeviceException;
    }

    /** What is the matter, as far as a person at the register can do something about it. */
    public enum Trouble {
        ABSENT("is not there: check that it is switched on and plugged in."),
        BUSY("is in use by another program: close that program."),
        NOT_ALLOWED("may not be used by this account: add the account to the group that owns the port."),
        UNPLUGGED("was lost: check its cable, then try again."),
        NOT_ANSWERING("is not answering: check that it is switched on."),
        PAPER_OUT("has no paper: put in a new roll, then print again."),
        COVER_OPEN("is open: close its cover, then print again."),
        FAULTY("reports a fault of its own: open it, take out what is jammed, switch it off and on, then try again."),
        NOT_UNDERSTOOD("answered something this program does not understand: check its model in the settings."),
        NO_DRIVER("has no driver that works: see what is wrong with jpos.xml and the folder drivers."),
        QUEUE_FULL("has too much waiting: this was not done, check the device."),
        DRIVER_LOST("lost its driver, which is started again: try again, and look whether it was done already."),
        CLOSED("was closed because the register is ending.");

        private final String words;

        Trouble(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
