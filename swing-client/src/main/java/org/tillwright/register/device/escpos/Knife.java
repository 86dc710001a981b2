package org.tillwright.register.device.escpos;

import java.util.HexFormat;

/** What a printer does at the end of a receipt. */
public enum Knife {
    /** Cuts all but a bridge in the middle: the paper stays until somebody takes it. */
    PARTIAL("1D564200"),
    /** Cuts through: the paper falls, which a printer that stands upright may want. */
    FULL("1D564100"),
    /** Has no knife: feeds the paper past the edge that it is torn off at. */
    NONE("1B6405");

    private final String hex;

    Knife(String hex) {
        this.hex = hex;
    }

    /** Feeding is part of every command, because the knife sits above the line that is printed. */
    byte[] command() {
        return HexFormat.of().parseHex(hex);
    }
}
