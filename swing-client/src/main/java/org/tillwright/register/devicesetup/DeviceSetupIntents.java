package org.tillwright.register.devicesetup;

/** What a person can want on the set-up screen. */
public interface DeviceSetupIntents {

    /** Takes a row of the list that is shown. */
    void chosen(String id);

    /** Takes what was keyed. */
    void keyed(String text);

    /** Tries the device as it is set now. */
    void tryOut();

    /** Keeps the settings. */
    void save();

    /** Takes the device out of the settings. */
    void remove();

    /** Goes one step back; from the list of all devices, leaves. */
    void back();
}
