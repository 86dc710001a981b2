package org.tillwright.register.device.jpos;

import java.util.Arrays;
import java.util.Optional;
import org.tillwright.register.device.DeviceKind;

/** The categories of UnifiedPOS that a register has a use for. */
public enum JposCategory {
    POS_PRINTER("POSPrinter", DeviceKind.PRINTER),
    CASH_DRAWER("CashDrawer", DeviceKind.DRAWER),
    LINE_DISPLAY("LineDisplay", DeviceKind.DISPLAY),
    SCANNER("Scanner", DeviceKind.SCANNER),
    SCALE("Scale", DeviceKind.SCALE),
    MSR("MSR", DeviceKind.BADGE_READER);

    private final String word;
    private final DeviceKind kind;

    JposCategory(String word, DeviceKind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** What {@code jpos.xml} calls it. */
    public String word() {
        return word;
    }

    /** The device of the register that it can be, or the first of them. */
    public DeviceKind kind() {
        return kind;
    }

    /** The category that {@code jpos.xml} calls so, if a register has a use for it. */
    public static Optional<JposCategory> called(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** The category that a device of a register must have. */
    public static Optional<JposCategory> of(DeviceKind kind) {
        DeviceKind likeIt = kind == DeviceKind.SECOND_SCANNER ? DeviceKind.SCANNER : kind;
        return Arrays.stream(values()).filter(each -> each.kind == likeIt).findFirst();
    }
}
