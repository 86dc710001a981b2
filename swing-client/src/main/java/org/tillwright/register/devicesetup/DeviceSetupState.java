package org.tillwright.register.devicesetup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;

/**
 * Everything the set-up screen shows, ready to draw.
 *
 * @param choices a list to choose from; null while something is keyed
 * @param prompt what is keyed; null while something is chosen
 * @param heading the device that is set up; empty on the list of all
 * @param facts what is known of it, one sentence each
 * @param isBusy while something is awaited
 * @param canTry whether there is something to try
 * @param canSave whether there is something to save
 * @param canRemove whether there is a device to take away
 */
public record DeviceSetupState(
        @Nullable Choices choices,
        @Nullable Prompt prompt,
        String heading,
        List<String> facts,
        Announcement notice,
        boolean isBusy,
        boolean canTry,
        boolean canSave,
        boolean canRemove) {

    public DeviceSetupState {
        facts = List.copyOf(facts);
    }
}
