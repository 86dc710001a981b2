package org.tillwright.server.wallet;

import org.jspecify.annotations.Nullable;

/** What a register wants. */
public enum WalletKind {
    /** The customer scans a code that we show. */
    SHOW,
    /** The customer shows a code that we scanned. */
    SCAN,
    /** Money goes back. */
    REFUND;

    static @Nullable WalletKind find(String name) {
        for (WalletKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }
}
