package org.tillwright.server.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.receipt.SendAddress;

/** The ways to send a receipt. */
public enum Channel {
    EMAIL,
    SMS;

    /** True if something can be sent there at all. */
    public boolean takes(String text) {
        Optional<String> usable = this == EMAIL ? SendAddress.email(text) : SendAddress.phone(text);
        return usable.filter(text::equals).isPresent();
    }

    /** Shortens an address so that its owner recognises it and nobody else learns it. */
    static String shortened(String address) {
        int at = address.lastIndexOf('@');
        int kept = at < 0 ? Math.max(0, address.length() - 2) : at;
        String first = address.substring(0, Math.min(2, kept));
        return at < 0 ? first + "…" + address.substring(kept) : first + "…" + address.substring(at);
    }

    static @Nullable Channel find(String name) {
        for (Channel channel : values()) {
            if (channel.name().equals(name)) {
                return channel;
            }
        }
        return null;
    }
}
