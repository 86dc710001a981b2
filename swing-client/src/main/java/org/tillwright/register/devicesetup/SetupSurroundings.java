package org.tillwright.register.devicesetup;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.tillwright.register.device.DeviceHealth;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.StationState;
import org.tillwright.register.dialogue.Announcement;

/** What the set-up screen needs of the register around it. Its answers come on the event thread. */
public interface SetupSurroundings {

    /** The devices as the settings have them. */
    DeviceUris saved();

    /** How the devices are doing now. */
    List<DeviceHealth.Condition> conditions();

    /** How the printers in kitchens and at bars are doing now, by the id of their station. */
    Map<String, StationState> stationStates();

    /** Looks for the ports that there are. */
    CompletableFuture<List<FoundPort>> ports();

    /** Whether there is a {@code jpos.xml} that names makers' drivers. */
    boolean hasMakersFile();

    /** Looks into that file for makers' drivers of such a device; fails where the file is no such list. */
    CompletableFuture<List<FoundService>> services(DeviceKind kind);

    /** The kitchens and bars that the shop's rules know: what they are called, by their id. */
    Map<String, String> stations();

    /** Whether this device can be tried from here. */
    boolean canTry(DeviceSlot slot);

    /**
     * Takes these devices into use, without keeping them, and has one do something that a person can see. The answer says in
     * one sentence what happened, and what to do where it did not.
     */
    CompletableFuture<Announcement> tryOut(DeviceSlot slot, DeviceUris uris);

    /** Keeps these devices and takes them into use; the answer is empty, or why they could not be kept. */
    CompletableFuture<String> save(DeviceUris uris);

    /** Takes the devices of the settings into use again. */
    void restore();

    /** The screen is left. */
    void leave();
}
