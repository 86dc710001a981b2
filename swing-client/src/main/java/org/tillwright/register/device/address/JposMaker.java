package org.tillwright.register.device.address;

import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.host.DriverHost;
import org.tillwright.register.device.jpos.JposCategory;
import org.tillwright.register.device.jpos.JposTarget;

/** Reads addresses such as {@code jpos:EpsonTM88}: a service that a device's maker wrote, by its name in {@code jpos.xml}. */
final class JposMaker {

    private static final int USUAL_COLUMNS = 42;
    private static final int LEAST_COLUMNS = 24;
    private static final int MOST_COLUMNS = 64;
    private static final int MOST_NAME = 200;

    /** A maker's code may load native parts, look through USB, and wait for another program to give the device up. */
    private static final int USUAL_PATIENCE_SECONDS = 20;

    private static final int LEAST_PATIENCE_SECONDS = 3;
    private static final int MOST_PATIENCE_SECONDS = 300;

    private final DeviceAddresses addresses;

    JposMaker(DeviceAddresses addresses) {
        this.addresses = addresses;
    }

    static boolean is(DeviceAddress address) {
        return address.protocol().isEmpty() && address.transport().equals(JposTarget.SERVICE);
    }

    /** Makes the driver of such an address. */
    <D> D made(DeviceAddress address, JposCategory category, BiFunction<DriverHost, JposTarget, D> maker) {
        if (address.place().isEmpty() || address.place().length() > MOST_NAME) {
            address.fault("names no service; write the name that jpos.xml has for it, such as jpos:ExampleModel1");
        }
        int columns = category == JposCategory.POS_PRINTER
                ? address.number("columns", USUAL_COLUMNS, LEAST_COLUMNS, MOST_COLUMNS)
                : 0;
        int patience =
                address.number("patience", USUAL_PATIENCE_SECONDS, LEAST_PATIENCE_SECONDS, MOST_PATIENCE_SECONDS);
        address.complainOfTheRest();
        @Nullable Path file = addresses.jposFile();
        String path = file == null ? "jpos.xml" : file.toAbsolutePath().toString();
        return maker.apply(address.host(), new JposTarget(category.name(), address.place(), path, (long) columns, (long)
                patience));
    }
}
