package org.tillwright.register.devicesetup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A device's address that is being put together: {@code escpos+serial:/dev/ttyS0?baud=38400} is protocol {@code escpos},
 * transport {@code serial}, a place, and one option. Says nothing of whether it is sound; the drivers' own reader does.
 */
record AddressDraft(String protocol, String transport, String place, Map<String, String> options) {

    static final AddressDraft EMPTY = new AddressDraft("", "", "", Map.of());

    AddressDraft {
        options = new LinkedHashMap<>(options);
    }

    static AddressDraft read(String address) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        int colon = path.indexOf(':');
        String scheme = colon < 0 ? path : path.substring(0, colon);
        int plus = scheme.indexOf('+');
        Map<String, String> options = new LinkedHashMap<>();
        if (query >= 0) {
            for (String option : address.substring(query + 1).split("&", -1)) {
                int equals = option.indexOf('=');
                if (equals > 0) {
                    options.put(option.substring(0, equals), option.substring(equals + 1));
                }
            }
        }
        return new AddressDraft(
                plus < 0 ? "" : scheme.substring(0, plus),
                scheme.substring(plus + 1),
                colon < 0 ? "" : path.substring(colon + 1),
                options);
    }

    /** As settings write it. */
    @Override
    public String toString() {
        String query = options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&"));
        return (protocol.isEmpty() ? "" : protocol + "+")
                + transport
                + (place.isEmpty() ? "" : ":" + place)
                + (query.isEmpty() ? "" : "?" + query);
    }

    AddressDraft at(String nextTransport, String nextPlace) {
        return new AddressDraft(protocol, nextTransport, nextPlace, options);
    }

    /** With an option set; an empty value takes it out, and the device's own usual one counts. */
    AddressDraft with(String option, String value) {
        Map<String, String> changed = new LinkedHashMap<>(options);
        if (value.isEmpty()) {
            changed.remove(option);
        } else {
            changed.put(option, value);
        }
        return new AddressDraft(protocol, transport, place, changed);
    }

    /** The value of an option; empty where the usual one counts. */
    String option(String name) {
        return options.getOrDefault(name, "");
    }

    /** As settings write it, with what others must not read as dots. */
    String shown(Set<String> secrets) {
        AddressDraft covered = this;
        for (String secret : secrets) {
            if (options.containsKey(secret)) {
                covered = covered.with(secret, "••••");
            }
        }
        return covered.toString();
    }
}
