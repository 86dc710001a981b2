package org.tillwright.register.device.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.BadgeReader;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Scanner;
import org.tillwright.register.device.jpos.JposCategory;
import org.tillwright.register.device.jpos.JposReader;
import org.tillwright.register.device.scanner.KeyboardBadgeReader;
import org.tillwright.register.device.scanner.ScanFraming;
import org.tillwright.register.device.scanner.ScannerBeeps;
import org.tillwright.register.device.scanner.SerialBadgeReader;
import org.tillwright.register.device.scanner.SerialScanner;
import org.tillwright.register.device.scanner.UidReading;
import org.tillwright.register.device.serial.LineAddress;
import org.tillwright.register.device.serial.SharedLine;
import org.tillwright.wire.BadgeUid;

/** Makes what reads codes and badges. */
final class ReaderMaker {

    private static final int USUAL_PAUSE_MILLIS = 100;
    private static final int LEAST_PAUSE_MILLIS = 10;
    private static final int MOST_PAUSE_MILLIS = 2_000;
    private static final int MOST_MARK_BYTES = 16;
    private static final int MOST_BEEP_BYTES = 32;
    private static final String KEYBOARD = "keyboard";

    /** Fewer signs could be typed by hands, and no number has more. */
    private static final int LEAST_TYPED = 6;

    private static final int MOST_TYPED = 30;

    private final DeviceAddresses addresses;

    ReaderMaker(DeviceAddresses addresses) {
        this.addresses = addresses;
    }

    /** @param kind the first scanner or the second */
    @Nullable
    Scanner scanner(DeviceKind kind) {
        DeviceAddress address = addresses.of(kind).orElse(null);
        if (address == null) {
            return null;
        }
        if (JposMaker.is(address)) {
            return reader(address, kind, JposCategory.SCANNER);
        }
        LineAddresses.requireProtocol(address, "", "serial:/dev/ttyS1?baud=9600");
        LineAddress line = LineAddresses.line(address, LineAddresses.COMMON_BAUD, 0);
        ScanFraming framing = framing(address);
        var beeps = new ScannerBeeps(command(address, "good"), command(address, "bad"));
        address.complainOfTheRest();
        return new SerialScanner(new SharedLine(line), kind, framing, beeps);
    }

    @Nullable
    BadgeReader badgeReader() {
        DeviceAddress address = addresses.of(DeviceKind.BADGE_READER).orElse(null);
        if (address == null) {
            return null;
        }
        if (JposMaker.is(address)) {
            return reader(address, DeviceKind.BADGE_READER, JposCategory.MSR);
        }
        if (address.transport().equals(KEYBOARD)) {
            return typing(address);
        }
        LineAddresses.requireProtocol(address, "", "serial:/dev/ttyS3?baud=9600");
        LineAddress line = LineAddresses.line(address, LineAddresses.COMMON_BAUD, 0);
        ScanFraming framing = framing(address);
        UidReading uids = uids(address);
        address.complainOfTheRest();
        return new SerialBadgeReader(new SharedLine(line), framing, uids);
    }

    /** A reader that types radio cards' numbers; one that types badges of this house needs no setting. */
    private static BadgeReader typing(DeviceAddress address) {
        if (!address.protocol().isEmpty() || !address.place().isEmpty()) {
            address.faultOnce("is no reader that types; it has no place, so write badge = keyboard?uid=decimal");
        }
        String format = address.word("uid", "decimal", "hex", "wiegand");
        UidReading uids = uidReading(format, address);
        String prefix = typedMark(address, "prefix");
        String suffix = typedMark(address, "suffix");
        // Without a mark the number of signs is what tells a badge from goods.
        int usual = prefix.isEmpty() ? usualLength(uids.format()) : 0;
        int length = address.number("length", usual, LEAST_TYPED, MOST_TYPED);
        address.complainOfTheRest();
        return new KeyboardBadgeReader(prefix, suffix, length, uids);
    }

    /** What most readers type: ten figures of 32 bits, four bytes, or facility and card with a comma. */
    private static int usualLength(BadgeUid.Format format) {
        return switch (format) {
            case DECIMAL -> 10;
            case HEX -> 8;
            case WIEGAND -> 9;
        };
    }

    /** A mark that can be typed: nothing else reaches a field, and so nothing else reaches the register. */
    private static String typedMark(DeviceAddress address, String name) {
        String mark = mark(address, name);
        if (mark.chars().anyMatch(sign -> sign < ' ' || sign > '~')) {
            address.fault("has a " + name + " of signs that no key types; use letters, figures and signs such as %3B");
        }
        return mark;
    }

    private JposReader reader(DeviceAddress address, DeviceKind kind, JposCategory category) {
        return new JposMaker(addresses).made(address, category, (host, target) -> new JposReader(host, kind, target));
    }

    private static ScanFraming framing(DeviceAddress address) {
        String prefix = mark(address, "prefix");
        String suffix = mark(address, "suffix");
        boolean endsByPause = address.word("end", "any", "line").equals("any");
        int pause = address.number("pause", USUAL_PAUSE_MILLIS, LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS);
        return new ScanFraming(prefix, suffix, endsByPause, Duration.ofMillis(pause));
    }

    /** Numbers of radio cards are badges only where the settings say so: anybody can copy them. */
    private static @Nullable UidReading uids(DeviceAddress address) {
        String format = address.word("uid", "off", "hex", "decimal", "wiegand");
        boolean isOff = format.equals("off");
        UidReading reading = uidReading(isOff ? "hex" : format, address); // where they are off, an order is not wrong
        return isOff ? null : reading;
    }

    private static UidReading uidReading(String format, DeviceAddress address) {
        String order = address.word("uid-order", "as-read", "reversed");
        return new UidReading(
                BadgeUid.Format.valueOf(format.toUpperCase(Locale.ROOT)),
                UidReading.Order.valueOf(order.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** Signs that stand around a code; those that cannot be written in a setting as % and two hexadecimal digits. */
    private static String mark(DeviceAddress address, String name) {
        String written = address.option(name).orElse("");
        var mark = new ByteArrayOutputStream();
        for (int at = 0; at < written.length(); at++) {
            char sign = written.charAt(at);
            boolean isEscape = sign == '%' && written.substring(at).matches("%[0-9A-Fa-f]{2}.*");
            if (isEscape) {
                mark.write(Integer.parseInt(written.substring(at + 1, at + 3), 16));
                at += 2;
            } else if (sign == '%' || sign < ' ' || sign > '~') {
                address.fault("has " + name + "=" + written
                        + "; write other signs than letters and figures as % and two digits, such as %02");
                return "";
            } else {
                mark.write(sign);
            }
        }
        if (mark.size() > MOST_MARK_BYTES) {
            address.fault("has a " + name + " of more than " + MOST_MARK_BYTES + " signs");
        }
        return mark.toString(StandardCharsets.ISO_8859_1);
    }

    private static String command(DeviceAddress address, String name) {
        String digits = address.option(name).orElse("");
        if (!digits.matches("([0-9A-Fa-f]{2}){0," + MOST_BEEP_BYTES + "}")) {
            address.fault("has " + name + "=" + digits
                    + "; write the scanner's command as pairs of hexadecimal digits, such as 07");
            return "";
        }
        return new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1);
    }
}
