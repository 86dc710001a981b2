package org.tillwright.core.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One reading of settings: gives checked values, and collects every fault on its way instead of stopping at the first. */
public final class SettingValues {

    private final Function<Setting, @Nullable String> source;
    private final List<String> faults = new ArrayList<>();

    /**
     * Begins a reading.
     *
     * @param source gives the text that is set, or null; an empty text counts as absent
     */
    public SettingValues(Function<Setting, @Nullable String> source) {
        this.source = source;
    }

    /** Returns whether nothing is set, usable or not. */
    public boolean isAbsent(Setting setting) {
        String text = source.apply(setting);
        return text == null || text.isBlank();
    }

    /** Returns what is set, or empty when nothing or nothing usable is. */
    public Optional<String> set(Setting setting) {
        String text = source.apply(setting);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<String> fault = setting.fault(text.strip());
        fault.filter(told -> !faults.contains(told)).ifPresent(faults::add);
        return fault.isPresent() ? Optional.empty() : Optional.of(text.strip());
    }

    /** Returns what is set, or else the default. */
    public String text(Setting setting) {
        return set(setting).orElse(setting.standard());
    }

    /** Returns the number that is set, or else the default; only for settings whose check admits whole numbers alone. */
    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** Returns whether this is set to true; only for settings whose check admits true and false alone. */
    public boolean truth(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    /** Adds a fault that no single setting shows, one sentence. */
    public void fault(String sentence) {
        faults.add(sentence);
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }
}
