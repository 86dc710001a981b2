package org.tillwright.register.device;

import org.jspecify.annotations.Nullable;

/** Where the devices are, as the register's settings say; null for a device the register has not got. */
public record DeviceUris(
        @Nullable String printer,
        @Nullable String drawer,
        @Nullable String scanner,
        @Nullable String display,
        @Nullable String card,
        @Nullable String wallet,
        @Nullable String scale,
        @Nullable String badge) {

    /** A register without devices. */
    public static final DeviceUris NONE = new DeviceUris(null, null, null, null, null);

    /** A register that takes no wallets, and has no scale. */
    public DeviceUris(
            @Nullable String printer,
            @Nullable String drawer,
            @Nullable String scanner,
            @Nullable String display,
            @Nullable String card) {
        this(printer, drawer, scanner, display, card, null);
    }

    /** A register without a scale. */
    public DeviceUris(
            @Nullable String printer,
            @Nullable String drawer,
            @Nullable String scanner,
            @Nullable String display,
            @Nullable String card,
            @Nullable String wallet) {
        this(printer, drawer, scanner, display, card, wallet, null, null);
    }

    /** A register without a badge reader. */
    public DeviceUris(
            @Nullable String printer,
            @Nullable String drawer,
            @Nullable String scanner,
            @Nullable String display,
            @Nullable String card,
            @Nullable String wallet,
            @Nullable String scale) {
        this(printer, drawer, scanner, display, card, wallet, scale, null);
    }

    /** Returns the address of one device, or null. */
    public @Nullable String of(DeviceKind device) {
        return switch (device) {
            case PRINTER -> printer;
            case DRAWER -> drawer;
            case SCANNER -> scanner;
            case DISPLAY -> display;
            case CARD_TERMINAL -> card;
            case BADGE_READER -> badge;
            case SCALE -> scale;
            case WALLET -> wallet;
        };
    }

    public DeviceUris withWallet(@Nullable String changed) {
        return new DeviceUris(printer, drawer, scanner, display, card, changed, scale, badge);
    }

    public DeviceUris withScale(@Nullable String changed) {
        return new DeviceUris(printer, drawer, scanner, display, card, wallet, changed, badge);
    }

    public DeviceUris withBadge(@Nullable String changed) {
        return new DeviceUris(printer, drawer, scanner, display, card, wallet, scale, changed);
    }
}
