package org.tillwright.register;

import org.tillwright.register.device.DeviceUris;

/** The counter of the register that is walked through: its devices, and what happens at them on the way. */
public interface TourDevices {

    /** Where they are. Used once the register has been set up. */
    DeviceUris uris();

    /** So many grams lie on the scale and have come to rest. */
    void lie(long grams);

    /** So many grams lie on the scale and move. */
    void move(long grams);

    /** The scale is switched off, or on again. */
    void switchScale(boolean isOn);

    /** The kitchen's printer has paper, or none. */
    void kitchenHasPaper(boolean hasPaper);

    /** The receipt printer's roll comes to its end, or is new. */
    void paperIsLow(boolean isLow);

    /** Somebody left the drawer open, or shut it. */
    void drawerIsOpen(boolean isOpen);

    /** The card that is wanted is refused by its issuer. */
    void declineCard();

    /** The card terminal is switched off, or on again. */
    void switchTerminal(boolean isOn);
}
