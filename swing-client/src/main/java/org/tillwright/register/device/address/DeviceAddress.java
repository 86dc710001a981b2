package org.tillwright.register.device.address;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.host.DriverHost;
import org.tillwright.wire.json.Fault;

/**
 * A device's address taken apart: {@code escpos+serial:/dev/ttyS0?baud=38400} is protocol {@code escpos}, transport
 * {@code serial}, place {@code /dev/ttyS0} and one option. Collects everything wrong with it, and hands out stand-ins
 * for what could not be read, so that one look finds all faults.
 */
final class DeviceAddress {

    private final String setting;
    private final DriverHost host;
    private final List<Fault> faults;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final String protocol;
    private final String transport;
    private final String place;
    private boolean beginsWrongly;

    DeviceAddress(String setting, String text, DriverHost host, List<Fault> faults) {
        this.setting = setting;
        this.host = host;
        this.faults = faults;
        int query = text.indexOf('?');
        String path = query < 0 ? text : text.substring(0, query);
        int colon = path.indexOf(':');
        String scheme = colon < 0 ? path : path.substring(0, colon);
        int plus = scheme.indexOf('+');
        protocol = plus < 0 ? "" : scheme.substring(0, plus);
        transport = scheme.substring(plus + 1);
        place = colon < 0 ? "" : path.substring(colon + 1);
        if (query >= 0) {
            readOptions(text.substring(query + 1));
        }
    }

    private void readOptions(String query) {
        for (String option : query.split("&", -1)) {
            int equals = option.indexOf('=');
            if (equals <= 0) {
                fault("has the option \"" + option + "\"; options are written name=value");
            } else if (options.put(option.substring(0, equals), option.substring(equals + 1)) != null) {
                fault("has the option " + option.substring(0, equals) + " twice");
            }
        }
    }

    /** Where serial ports and vendors' drivers live. */
    DriverHost host() {
        return host;
    }

    String protocol() {
        return protocol;
    }

    String transport() {
        return transport;
    }

    String place() {
        return place;
    }

    void fault(String message) {
        faults.add(new Fault(setting, message));
    }

    /** Says what is wrong with the beginning of an address; one wrong word there is one fault, not two. */
    void faultOnce(String message) {
        if (!beginsWrongly) {
            beginsWrongly = true;
            fault(message);
        }
    }

    /** Takes an option out; what nobody took is a fault in the end. */
    Optional<String> option(String name) {
        return Optional.ofNullable(options.remove(name));
    }

    int number(String name, int normally, int least, int most) {
        @Nullable String text = option(name).orElse(null);
        if (text == null) {
            return normally;
        }
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        fault("has " + name + "=" + text + "; use a number from " + least + " to " + most);
        return normally;
    }

    /** An option of a few words; returns the first when it is not given. */
    String word(String name, String... allowed) {
        return wordOr(allowed[0], name, allowed);
    }

    /** An option of a few words; returns {@code normally} when it is not given. */
    String wordOr(String normally, String name, String... allowed) {
        String text = option(name).orElse(normally);
        if (List.of(allowed).contains(text)) {
            return text;
        }
        fault("has " + name + "=" + text + "; use " + String.join(" or ", allowed));
        return normally;
    }

    /** Looks for options that nobody took: a typing mistake in one must not pass for a default. */
    void complainOfTheRest() {
        Set<String> rest = options.keySet();
        for (String name : new ArrayList<>(rest)) {
            fault("has the option " + name + ", which is not known for this device");
        }
    }
}
