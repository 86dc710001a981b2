package org.tillwright.server.delivery;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways to send a receipt. */
public enum Channel {
    EMAIL("[^\\s@<>,;\"\\p{Cntrl}]{1,64}@[^\\s@<>,;\"\\p{Cntrl}]{1,185}\\.[^\\s@<>,;\".\\p{Cntrl}]{2,63}"),
    SMS("\\+[1-9][0-9]{6,14}");

    private final Pattern address;

    Channel(String address) {
        this.address = Pattern.compile(address);
    }

    /** True if something can be sent there at all. */
    public boolean takes(String text) {
        return address.matcher(text).matches();
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
