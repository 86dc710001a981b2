package org.tillwright.register.device.address;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Scale;
import org.tillwright.register.device.jpos.JposCategory;
import org.tillwright.register.device.jpos.JposScale;
import org.tillwright.register.device.scale.Dialog06Scale;
import org.tillwright.register.device.scale.Dialog06Settings;
import org.tillwright.register.device.scale.NciScale;
import org.tillwright.register.device.scale.PlainScale;
import org.tillwright.register.device.serial.SharedLine;

/** Makes what goods are weighed on. */
final class ScaleMaker {

    private static final int SCALE_TCP_PORT = 9_000;
    private static final int HEXADECIMAL = 16;
    private static final int LOWER_BITS = 0xFFFF;

    private final DeviceAddresses addresses;

    ScaleMaker(DeviceAddresses addresses) {
        this.addresses = addresses;
    }

    @Nullable
    Scale scale() {
        DeviceAddress address = addresses.of(DeviceKind.SCALE).orElse(null);
        if (address != null && JposMaker.is(address)) {
            return new JposMaker(addresses).made(address, JposCategory.SCALE, JposScale::new);
        }
        return address == null ? null : scale(address);
    }

    private static @Nullable Scale scale(DeviceAddress address) {
        Scale made =
                switch (address.protocol()) {
                    case "dialog06" -> dialog06(address);
                    case "nci" -> new NciScale(sevenBits(address, LineAddresses.EVEN));
                    case "plain" ->
                        new PlainScale(
                                new SharedLine(LineAddresses.line(address, LineAddresses.COMMON_BAUD, SCALE_TCP_PORT)));
                    default -> {
                        address.faultOnce("does not begin like dialog06+serial:/dev/ttyS3?baud=9600,"
                                + " nci+serial:/dev/ttyS3, plain+serial:/dev/ttyS3 or dialog06+tcp:10.0.0.7:9000");
                        yield null;
                    }
                };
        if (made != null) {
            address.complainOfTheRest();
        }
        return made;
    }

    private static Scale dialog06(DeviceAddress address) {
        var settings = new Dialog06Settings(
                address.number("price-digits", 6, 5, 6),
                polynomial(address),
                address.number("checks", 1, 1, 5),
                address.word("text", "off", "on").equals("on"));
        return new Dialog06Scale(sevenBits(address, LineAddresses.ODD), settings);
    }

    /** Scales of these kinds come with seven data bits; the settings may say otherwise. */
    private static SharedLine sevenBits(DeviceAddress address, LineAddresses.Usual usual) {
        return new SharedLine(LineAddresses.line(address, usual, SCALE_TCP_PORT));
    }

    /** A secret between two makers, so a fault does not show it. */
    private static @Nullable Integer polynomial(DeviceAddress address) {
        Optional<String> told = address.option("polynomial");
        if (told.isPresent() && !told.get().matches("1?[0-9A-Fa-f]{4}")) {
            address.fault("has a polynomial that is not four hexadecimal digits, such as 1021"
                    + " (five where the first is 1)");
            return null;
        }
        return told.map(digits -> Integer.parseInt(digits, HEXADECIMAL) & LOWER_BITS)
                .orElse(null);
    }
}
