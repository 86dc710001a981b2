package org.tillwright.register.devicesetup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.devicesetup.DeviceWay.Option;

/** The device that is being set up: its address as far as it was chosen, and whether it was seen to work like this. */
final class DeviceDraft {

    private final DeviceSlot slot;
    private AddressDraft address;
    private boolean wasTried;

    /** @param saved its address in the settings; null for a device that is new */
    DeviceDraft(DeviceSlot slot, @Nullable String saved) {
        this.slot = slot;
        this.address = saved == null ? AddressDraft.EMPTY : AddressDraft.read(saved);
    }

    DeviceSlot slot() {
        return slot;
    }

    AddressDraft address() {
        return address;
    }

    /** How it is spoken to; null where that is not chosen yet. */
    @Nullable
    DeviceWay way() {
        return DeviceWay.of(slot, address);
    }

    List<Option> options() {
        DeviceWay way = way();
        return way == null ? List.of() : way.options();
    }

    /** Whether its address is whole. */
    boolean isPlaced() {
        DeviceWay way = way();
        return way == null
                ? !address.place().isEmpty()
                : way.isFixed() || !address.place().isEmpty();
    }

    /** Whether it was seen to work as it is now. */
    boolean wasTried() {
        return wasTried;
    }

    void tried(boolean hasWorked) {
        wasTried = hasWorked;
    }

    /** Is spoken to so from now on; a way that is another than before has to be told its place. */
    void speak(DeviceWay way) {
        if (!way.speaks(address)) {
            address = way.isFixed() ? way.draft() : way.draft().at(way.transport(), "");
            wasTried = false;
        }
    }

    void at(String place) {
        address = address.at(address.transport(), place);
        wasTried = false;
    }

    /** An empty value is the device's own usual one. */
    void set(Option option, String value) {
        address = address.with(option.name(), value);
        wasTried = false;
    }

    /** These devices with this one as it is now. */
    DeviceUris in(DeviceUris uris) {
        return slot.put(uris, address.toString());
    }
}
