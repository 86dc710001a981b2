package org.tillwright.register.devicesetup;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceHealth.Condition;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.StationState;
import org.tillwright.register.devicesetup.DeviceWay.Option;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.text.Texts;

/** What the set-up screen calls things. */
final class SetupWords {

    private Texts texts;

    SetupWords(Texts texts) {
        this.texts = texts;
    }

    void speak(Texts next) {
        texts = next;
    }

    String text(String key, String... values) {
        return texts.text(key, values);
    }

    String hint() {
        return texts.text("setup.choose");
    }

    String kind(DeviceKind kind) {
        return or("setup.kind." + kind.setting(), kind.setting());
    }

    /** A station's printer. */
    String station(String name) {
        return texts.text("setup.kind.station", name);
    }

    /** A protocol over a transport, in words. */
    String way(AddressDraft draft) {
        String transport = or("setup.transport." + draft.transport(), draft.transport());
        return draft.protocol().isEmpty()
                ? transport
                : texts.text("setup.way.over", or("setup.protocol." + draft.protocol(), draft.protocol()), transport);
    }

    /** How and where, on one line. */
    String place(AddressDraft draft) {
        return draft.place().isEmpty() || draft.transport().equals(DeviceWay.VIA)
                ? way(draft)
                : way(draft) + " · " + draft.place();
    }

    String option(Option option) {
        return or("setup.option." + option.name(), option.name());
    }

    /** A value in words where it has some; the usual one for none. */
    String value(Option option, String value) {
        if (value.isEmpty()) {
            return texts.text("setup.usual");
        }
        return option.isSecret() ? "••••" : or("setup.value." + option.name() + "." + value, value);
    }

    String port(FoundPort port) {
        return texts.text(
                "setup.port." + port.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), port.device());
    }

    /** How a device is doing, in a word. */
    String state(boolean isUsed, @Nullable Trouble trouble) {
        return texts.text(
                !isUsed ? "setup.state.unused" : trouble == null ? "setup.state.well" : "setup.state.trouble");
    }

    /** How a device is doing, in a sentence. */
    String condition(Condition condition) {
        Trouble trouble = condition.trouble();
        return trouble == null
                ? condition(!condition.isUnused())
                : texts.text(new DeviceException(condition.kind(), trouble).textKey());
    }

    /** The same of a kitchen's or bar's printer, which is called so. */
    String condition(StationState state, String name) {
        Trouble trouble = state.trouble();
        return trouble == null ? condition(state.isUsed()) : texts.text(troubleAtAStation(trouble), name);
    }

    private String condition(boolean isUsed) {
        return texts.text(isUsed ? "setup.condition.well" : "setup.condition.unused");
    }

    private static String troubleAtAStation(Trouble trouble) {
        return "kitchen.trouble." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A maker's driver: what it is for, where its maker says so. */
    String service(FoundService service) {
        return service.hasDriver() ? service.product() : texts.text("setup.service.no-jar");
    }

    Prompt stationPrompt() {
        return new Prompt(texts.text("setup.station"), texts.text("setup.station.detail"), "kitchen", false);
    }

    Prompt placePrompt(DeviceWay way) {
        return new Prompt(
                texts.text("setup.place"),
                texts.text("setup.place." + way.transport(), way.sample()),
                way.sample(),
                false);
    }

    Prompt optionPrompt(Option option) {
        return new Prompt(option(option), texts.text("setup.keyed"), option.sample(), option.isSecret());
    }

    String unsoundPlace(DeviceWay way) {
        return texts.text("setup.unsound." + way.transport(), way.sample());
    }

    String unsound(Option option) {
        return texts.text("setup.unsound.option", option(option), option.sample());
    }

    private String or(String key, String otherwise) {
        return texts.has(key) ? texts.text(key) : otherwise;
    }
}
