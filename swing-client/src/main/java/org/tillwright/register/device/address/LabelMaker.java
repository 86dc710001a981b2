package org.tillwright.register.device.address;

import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.LabelPrinter;
import org.tillwright.register.device.LabelSize;
import org.tillwright.register.device.label.LineLabelPrinter;
import org.tillwright.register.device.serial.SharedLine;

/** Makes what prints labels. */
final class LabelMaker {

    private static final int LABEL_TCP_PORT = 9_100;
    private static final String USUAL_SIZE = "50x30";
    private static final int MOST_GAP_MM = 20;

    private final DeviceAddresses addresses;

    LabelMaker(DeviceAddresses addresses) {
        this.addresses = addresses;
    }

    @Nullable
    LabelPrinter labelPrinter() {
        DeviceAddress address = addresses.of(DeviceKind.LABEL_PRINTER).orElse(null);
        if (address == null) {
            return null;
        }
        boolean isTspl = address.protocol().equals("tspl");
        if (!isTspl) {
            LineAddresses.requireProtocol(
                    address, "zpl", "zpl+tcp:10.0.0.8:9100 or tspl+serial:/dev/ttyUSB3?baud=9600");
        }
        LabelSize size = size(address);
        int gap = isTspl ? address.number("gap", 2, 0, MOST_GAP_MM) : 0;
        var line = new SharedLine(LineAddresses.line(address, LineAddresses.COMMON_BAUD, LABEL_TCP_PORT));
        address.complainOfTheRest();
        return isTspl ? LineLabelPrinter.tspl(line, size, gap) : LineLabelPrinter.zpl(line, size);
    }

    private static LabelSize size(DeviceAddress address) {
        String text = address.option("size").orElse(USUAL_SIZE);
        int dpi = Integer.parseInt(address.word("dpi", "203", "300", "600"));
        String[] sides = text.split("x", -1);
        boolean isRead = text.matches("[0-9]{2,3}x[0-9]{2,3}");
        int width = isRead ? Integer.parseInt(sides[0]) : 0;
        int height = isRead ? Integer.parseInt(sides[1]) : 0;
        if (width < LabelSize.MIN_MM
                || height < LabelSize.MIN_MM
                || width > LabelSize.MAX_MM
                || height > LabelSize.MAX_MM) {
            address.fault("has size=" + text + "; use width and height in millimetres from " + LabelSize.MIN_MM + " to "
                    + LabelSize.MAX_MM + ", such as size=50x30");
            return new LabelSize(50, 30, dpi);
        }
        return new LabelSize(width, height, dpi);
    }
}
