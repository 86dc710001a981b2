package org.tillwright.register.devicesetup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceHealth.Condition;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.StationState;
import org.tillwright.register.devicesetup.DeviceWay.Option;
import org.tillwright.register.dialogue.Choices;

/** Writes the lists of the set-up screen. */
final class SetupLists {

    /** Rows of a device: how it is spoken to, where it is, and what else can be set. */
    static final String WAY = "way";

    static final String PLACE = "place";
    static final String OPTION = "option:";

    /** Rows of places. */
    static final String PORT = "port:";

    /** Rows of makers' drivers. */
    static final String SERVICE = "service:";

    static final String BY_HAND = "by-hand";

    /** The row of devices that names one more kitchen or bar. */
    static final String ANOTHER_STATION = "another-station";

    /** The row of values that takes an option out. */
    static final String USUAL = "usual";

    private final SetupSurroundings surroundings;
    private final SetupWords words;

    SetupLists(SetupSurroundings surroundings, SetupWords words) {
        this.surroundings = surroundings;
        this.words = words;
    }

    /** Everything that can be set up: each kind of device, and the printers of the kitchens and bars that are known. */
    List<DeviceSlot> slots() {
        List<DeviceSlot> slots = new ArrayList<>();
        for (DeviceKind each : DeviceKind.values()) {
            if (!DeviceWay.of(DeviceSlot.of(each)).isEmpty()) {
                slots.add(DeviceSlot.of(each));
            }
        }
        Set<String> stations = new TreeSet<>(surroundings.stations().keySet());
        stations.addAll(surroundings.saved().stations().keySet());
        stations.forEach(each -> slots.add(DeviceSlot.station(each)));
        return slots;
    }

    /** What a device is called. */
    String name(DeviceSlot slot) {
        String station = slot.stationId();
        return station == null
                ? words.kind(slot.kind())
                : words.station(surroundings.stations().getOrDefault(station, station));
    }

    /** The name of the device that a setting is about. */
    String name(String setting) {
        return slots().stream()
                .filter(slot -> slot.setting().equals(setting))
                .findFirst()
                .map(this::name)
                .orElse(setting); // of a station that nobody knows but this setting
    }

    /** What is wrong with addresses together, each with the name of its device; empty when nothing is. */
    String faults(DeviceUris uris) {
        return Devices.faultsOf(uris).stream()
                .map(fault -> name(fault.field()) + " " + fault.message())
                .collect(Collectors.joining(" "));
    }

    /** Every device, with how it is doing. */
    Choices kinds() {
        List<Choices.Row> rows = new ArrayList<>();
        for (DeviceSlot each : slots()) {
            String saved = each.in(surroundings.saved());
            rows.add(new Choices.Row(
                    each.setting(),
                    name(each),
                    saved == null ? words.text("setup.none") : words.place(AddressDraft.read(saved)),
                    state(each)));
        }
        rows.add(new Choices.Row(
                ANOTHER_STATION, words.text("setup.station.another"), words.text("setup.station.another.detail"), ""));
        return new Choices(words.text("setup.title"), words.text("setup.detail"), words.hint(), rows, "");
    }

    /** How a device is doing, in a word; empty for one that the register has not got. */
    private String state(DeviceSlot slot) {
        String station = slot.stationId();
        if (station != null) {
            StationState state = surroundings.stationStates().get(station);
            return state == null ? "" : words.state(state.isUsed(), state.trouble());
        }
        return conditions(slot)
                .map(each -> words.state(!each.isUnused(), each.trouble()))
                .collect(Collectors.joining());
    }

    /** The same in a sentence. */
    private Stream<String> sentences(DeviceSlot slot) {
        String station = slot.stationId();
        if (station == null) {
            return conditions(slot).map(words::condition);
        }
        String name = surroundings.stations().getOrDefault(station, station);
        return Stream.ofNullable(surroundings.stationStates().get(station)).map(each -> words.condition(each, name));
    }

    private Stream<Condition> conditions(DeviceSlot slot) {
        return surroundings.conditions().stream().filter(condition -> condition.kind() == slot.kind());
    }

    Choices device(DeviceDraft draft) {
        List<Choices.Row> rows = new ArrayList<>();
        DeviceWay way = draft.way();
        rows.add(new Choices.Row(WAY, words.text("setup.way"), words.way(draft.address()), ""));
        if (way == null || !way.isFixed()) {
            rows.add(new Choices.Row(
                    PLACE, words.text("setup.place"), draft.address().place(), ""));
        }
        for (Option each : draft.options()) {
            rows.add(new Choices.Row(
                    OPTION + each.name(),
                    words.option(each),
                    "",
                    words.value(each, draft.address().option(each.name()))));
        }
        return list(draft, words.text("setup.device"), rows);
    }

    /** A maker's driver is offered where there is a file that names some. */
    Choices ways(DeviceDraft draft) {
        return list(
                draft,
                words.text("setup.ways"),
                DeviceWay.of(draft.slot()).stream()
                        .filter(way -> !way.isMakers() || surroundings.hasMakersFile() || way.speaks(draft.address()))
                        .map(way ->
                                new Choices.Row(way.id(), words.way(way.draft()), "", now(way.speaks(draft.address()))))
                        .toList());
    }

    /**
     * The ports to choose from, the first one chosen.
     *
     * @param ports null while they are looked for: a row that was there before them would stay the chosen one
     */
    Choices ports(DeviceDraft draft, @Nullable List<FoundPort> ports) {
        DeviceWay way = draft.way();
        List<Choices.Row> rows = new ArrayList<>();
        if (ports == null) {
            return list(draft, words.text("setup.ports"), rows);
        }
        for (FoundPort port : ports) {
            if (way != null && way.fits(port)) {
                rows.add(new Choices.Row(
                        PORT + port.path(), words.port(port), port.path().toString(), user(port)));
            }
        }
        rows.add(byHand());
        return list(draft, words.text("setup.ports"), rows);
    }

    /** Makers' drivers in the same way. */
    Choices services(DeviceDraft draft, @Nullable List<FoundService> services) {
        List<Choices.Row> rows = new ArrayList<>();
        if (services == null) {
            return list(draft, words.text("setup.services"), rows);
        }
        for (FoundService each : services) {
            rows.add(new Choices.Row(
                    SERVICE + each.name(),
                    each.name(),
                    words.service(each),
                    now(each.name().equals(draft.address().place()))));
        }
        rows.add(byHand());
        return list(draft, words.text(services.isEmpty() ? "setup.services.none" : "setup.services"), rows);
    }

    private Choices.Row byHand() {
        return new Choices.Row(BY_HAND, words.text("setup.by-hand"), words.text("setup.by-hand.detail"), "");
    }

    Choices values(DeviceDraft draft, Option option) {
        List<Choices.Row> rows = new ArrayList<>();
        String value = draft.address().option(option.name());
        rows.add(new Choices.Row(USUAL, words.text("setup.usual"), "", now(value.isEmpty())));
        for (String each : option.values()) {
            rows.add(new Choices.Row(each, words.value(option, each), "", now(each.equals(value))));
        }
        return list(draft, words.option(option), rows);
    }

    /** What is known of a device, one sentence each: its address, how it is doing, and what trying it does. */
    List<String> facts(@Nullable DeviceDraft draft) {
        if (draft == null) {
            return List.of(words.text("setup.hint"));
        }
        List<String> facts = new ArrayList<>();
        if (draft.isPlaced()) {
            facts.add(draft.slot().setting() + " = " + draft.address().shown(secrets(draft)));
        }
        sentences(draft.slot()).forEach(facts::add);
        facts.add(words.text("setup.hint." + draft.slot().word()));
        return facts;
    }

    private static Set<String> secrets(DeviceDraft draft) {
        return draft.options().stream()
                .filter(Option::isSecret)
                .map(Option::name)
                .collect(Collectors.toSet());
    }

    private Choices list(DeviceDraft draft, String detail, List<Choices.Row> rows) {
        return new Choices(name(draft.slot()), detail, words.hint(), rows, "");
    }

    private String now(boolean isSo) {
        return isSo ? words.text("setup.now") : "";
    }

    /** Which of the register's own devices is there, or that another program has it. */
    private String user(FoundPort port) {
        for (DeviceSlot each : slots()) {
            String saved = each.in(surroundings.saved());
            if (saved != null
                    && AddressDraft.read(saved).place().equals(port.path().toString())) {
                return name(each);
            }
        }
        Long pid = port.usedBy();
        boolean isOurs = pid != null && pid == ProcessHandle.current().pid();
        return pid == null || isOurs ? "" : words.text("setup.port.used");
    }
}
