package org.tillwright.system.devices;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceListener;

/** What the register told its cashier of failing devices. */
final class ToldFailures implements DeviceListener {

    private final List<DeviceException> told = new ArrayList<>();

    @Override
    public synchronized void failed(DeviceException failure) {
        told.add(failure);
    }

    synchronized int of(DeviceKind device) {
        return Math.toIntExact(
                told.stream().filter(failure -> failure.device() == device).count());
    }

    synchronized String words() {
        return told.stream().map(DeviceException::getMessage).toList().toString();
    }

    synchronized void forget() {
        told.clear();
    }
}
