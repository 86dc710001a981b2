package org.tillwright.register.devicesetup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;

/**
 * One way to speak to a device: a protocol over a transport, and what can be set about it. Only ways that the register's
 * drivers take are offered: each sample is read by the drivers' own reader first.
 *
 * @param protocol as addresses write it; empty where there is only one
 * @param transport as addresses write it
 * @param sample a place that shows how one is written
 * @param options what can be set, each with its usual value left away
 */
record DeviceWay(String protocol, String transport, String sample, List<Option> options) {

    static final String SERIAL = "serial";
    static final String TCP = "tcp";
    static final String FILE = "file";
    static final String BLUETOOTH = "bluetooth";
    static final String VIA = "via";
    static final String JPOS = "jpos";
    static final String SERVER = "server";
    static final String KEYBOARD = "keyboard";

    private static final List<Option> LINE = List.of(
            Option.of("baud", "2400", "4800", "9600", "19200", "38400", "57600", "115200"),
            Option.of("bits", "7", "8"),
            Option.of("parity", "none", "even", "odd"),
            Option.of("stop", "1", "2"),
            Option.of("flow", "none", "hardware", "software"));

    private static final List<Option> PAPER =
            List.of(Option.of("columns", "32", "42", "48"), Option.of("cut", "partial", "full", "none"));

    private static final List<Option> LABELS = List.of(
            Option.keyed("size", "[0-9]{2,3}x[0-9]{2,3}", "50x30"),
            Option.of("dpi", "203", "300", "600"),
            Option.keyed("gap", "[0-9]{1,2}", "2"));

    private static final List<Option> MAKERS =
            List.of(Option.of("columns", "32", "42", "48"), Option.keyed("patience", "[0-9]{1,3}", "20"));

    private static final List<Option> DRAWER = List.of(
            Option.of("pin", "2", "5"), Option.of("open", "low", "high"), Option.keyed("alarm", "[0-9]{1,4}", "60"));

    private static final List<Option> TERMINAL =
            List.of(Option.secret("password", "[0-9]{6}", "000000"), Option.keyed("limit", "[0-9]{1,3}", "120"));

    private static final List<Option> DIALOG = List.of(
            Option.of("price-digits", "5", "6"),
            Option.secret("polynomial", "1?[0-9A-Fa-f]{4}", "1021"),
            Option.of("text", "off", "on"));

    /** What a setting is written with ends a mark. */
    private static final String MARK = "[!-~&&[^&?=]]{1,48}";

    private static final List<Option> CODES =
            List.of(Option.keyed("prefix", MARK, "~"), Option.keyed("suffix", MARK, "%09"));

    private static final Option BYTES = Option.of("uid-order", "as-read", "reversed");

    /** A reader on a line sends badges of this house, and radio cards' numbers where it is set so. */
    private static final List<Option> CARDS = List.of(Option.of("uid", "off", "hex", "decimal", "wiegand"), BYTES);

    /** One that types is set up for radio cards only. */
    private static final List<Option> TYPED_CARDS = List.of(
            Option.of("uid", "decimal", "hex", "wiegand"),
            Option.keyed("length", "[0-9]{1,2}", "10"),
            BYTES,
            Option.keyed("prefix", MARK, ";"),
            Option.keyed("suffix", MARK, "?"));

    private static final List<Option> LETTERS =
            List.of(Option.of("page", "cp858", "cp437", "cp850", "cp852", "cp866", "wpc1251", "wpc1252"));

    /** By the device's setting; what the register's drivers do not take is not offered. */
    private static final Map<String, List<DeviceWay>> KNOWN = Map.ofEntries(
            known(
                    DeviceKind.PRINTER,
                    serial("escpos", PAPER),
                    tcp("escpos", "10.0.0.5:9100", PAPER),
                    new DeviceWay("escpos", FILE, "/dev/usb/lp0", PAPER),
                    new DeviceWay("escpos", BLUETOOTH, "/dev/rfcomm0", PAPER)),
            known(DeviceKind.DRAWER, new DeviceWay("", VIA, "printer", DRAWER)),
            known(DeviceKind.SCANNER, serial("", CODES), tcp("", "10.0.0.6:4001", CODES)),
            known(DeviceKind.SECOND_SCANNER, serial("", CODES), tcp("", "10.0.0.6:4004", CODES)),
            known(
                    DeviceKind.BADGE_READER,
                    new DeviceWay("", KEYBOARD, "", TYPED_CARDS),
                    serial("", CARDS),
                    tcp("", "10.0.0.6:4002", CARDS)),
            known(DeviceKind.DISPLAY, serial("cd5220", LETTERS), tcp("cd5220", "10.0.0.8:4003", LETTERS)),
            known(DeviceKind.CARD_TERMINAL, tcp("zvt", "10.0.0.9:20007", TERMINAL), serial("zvt", TERMINAL)),
            known(DeviceKind.WALLET, new DeviceWay("", SERVER, "", List.of())),
            known(
                    DeviceKind.LABEL_PRINTER,
                    tcp("zpl", "10.0.0.11:9100", LABELS),
                    serial("zpl", LABELS),
                    tcp("tspl", "10.0.0.11:9100", LABELS),
                    serial("tspl", LABELS)),
            known(
                    DeviceKind.SCALE,
                    serial("dialog06", DIALOG),
                    tcp("dialog06", "10.0.0.7:9000", DIALOG),
                    serial("nci", List.of()),
                    tcp("nci", "10.0.0.7:9000", List.of()),
                    serial("plain", List.of()),
                    tcp("plain", "10.0.0.7:9000", List.of())),
            known(DeviceKind.FISCAL, tcp("signer", "10.0.0.12:9700", List.of()), serial("signer", List.of())));

    /** Asked of the drivers once: they do not change while the register runs. */
    private static final Map<DeviceSlot, List<DeviceWay>> OFFERED = new ConcurrentHashMap<>();

    /** Stands for every station, for all their printers are spoken to alike. */
    private static final String ANY_STATION = "any";

    private static Map.Entry<String, List<DeviceWay>> known(DeviceKind kind, DeviceWay... ways) {
        return Map.entry(kind.setting(), List.of(ways));
    }

    DeviceWay {
        options = List.copyOf(options);
    }

    private static DeviceWay serial(String protocol, List<Option> more) {
        List<Option> all = new ArrayList<>(LINE);
        all.addAll(more);
        return new DeviceWay(protocol, SERIAL, "/dev/ttyS0", all);
    }

    private static DeviceWay tcp(String protocol, String sample, List<Option> options) {
        return new DeviceWay(protocol, TCP, sample, options);
    }

    /** The ways that this register's drivers have to speak to a device; none for one that is not set up here. */
    static List<DeviceWay> of(DeviceSlot slot) {
        return OFFERED.computeIfAbsent(slot.isStation() ? DeviceSlot.station(ANY_STATION) : slot, DeviceWay::offered);
    }

    private static List<DeviceWay> offered(DeviceSlot slot) {
        List<DeviceWay> known = new ArrayList<>(KNOWN.getOrDefault(slot.kind().setting(), List.of()));
        known.add(new DeviceWay("", JPOS, "Service", MAKERS));
        return known.stream()
                .filter(way -> isTaken(slot, way.draft()))
                .map(way -> way.withOptionsOf(slot))
                .toList();
    }

    /** The way that an address speaks; null where none is chosen yet. */
    static @Nullable DeviceWay of(DeviceSlot slot, AddressDraft draft) {
        return of(slot).stream().filter(way -> way.speaks(draft)).findFirst().orElse(null);
    }

    private DeviceWay withOptionsOf(DeviceSlot slot) {
        return new DeviceWay(
                protocol,
                transport,
                sample,
                options.stream()
                        .filter(option -> isTaken(slot, draft().with(option.name(), option.sample())))
                        .toList());
    }

    /** The drawer is read together with the printer that it hangs on. */
    private static boolean isTaken(DeviceSlot slot, AddressDraft draft) {
        DeviceUris alone = slot.put(DeviceUris.NONE, draft.toString());
        DeviceUris uris =
                slot.kind() == DeviceKind.DRAWER ? alone.with(DeviceKind.PRINTER, "escpos+tcp:10.0.0.5:9100") : alone;
        return Devices.faultsOf(uris).isEmpty();
    }

    AddressDraft draft() {
        return new AddressDraft(protocol, transport, sample, Map.of());
    }

    boolean speaks(AddressDraft draft) {
        return draft.protocol().equals(protocol) && draft.transport().equals(transport);
    }

    /** Whether there is but one place, which nobody has to say. */
    boolean isFixed() {
        return transport.equals(VIA) || transport.equals(SERVER) || transport.equals(KEYBOARD);
    }

    /** Whether it is a driver of the device's maker, chosen by its name. */
    boolean isMakers() {
        return transport.equals(JPOS);
    }

    /** Whether its place is chosen from the ports that there are. */
    boolean isAtAPort() {
        return transport.equals(SERIAL) || transport.equals(FILE) || transport.equals(BLUETOOTH);
    }

    /** Whether this port is one that this way can use. */
    boolean fits(FoundPort port) {
        return switch (port.kind()) {
            case SERIAL -> transport.equals(SERIAL);
            case BLUETOOTH -> transport.equals(SERIAL) || transport.equals(BLUETOOTH);
            case PRINTER_FILE -> transport.equals(FILE);
        };
    }

    /**
     * What a place that is keyed has to look like, as a regular expression: a host and a port, a path, or a name. Whatever else
     * the drivers' reader says of it, nothing other can be meant.
     */
    String placeForm() {
        return switch (transport) {
            case TCP -> "[^\\s:/?&]+:[0-9]{1,5}|\\[[0-9A-Fa-f:]+]:[0-9]{1,5}";
            case JPOS -> "[^\\s?&:]+";
            default -> "/[^\\s?&]+";
        };
    }

    /** What it is called in texts and lists. */
    String id() {
        return protocol.isEmpty() ? transport : protocol + "+" + transport;
    }

    /**
     * What can be set about a device.
     *
     * @param values to choose from; empty for what is keyed
     * @param form what is keyed has to look like, as a regular expression; empty for what is chosen
     * @param sample a value that shows how one is written
     * @param isSecret whether others must not read it
     */
    record Option(String name, List<String> values, String form, String sample, boolean isSecret) {

        static Option of(String name, String... values) {
            return new Option(name, List.of(values), "", values[0], false);
        }

        static Option keyed(String name, String form, String sample) {
            return new Option(name, List.of(), form, sample, false);
        }

        static Option secret(String name, String form, String sample) {
            return new Option(name, List.of(), form, sample, true);
        }

        boolean isChosen() {
            return !values.isEmpty();
        }
    }
}
