package org.tillwright.register;

import org.tillwright.register.devicesetup.DeviceSetupModel;
import org.tillwright.register.shell.Screen;

/** The part of the tour in which devices are set up, before anybody has signed on. */
final class TourOfSetup {

    private final TourCamera camera;

    TourOfSetup(TourCamera camera) {
        this.camera = camera;
    }

    void walk() throws InterruptedException {
        camera.onEvents(() -> camera.desk().connection().devices());
        camera.take("devices");
        camera.onEvents(() -> camera.desk().help());
        camera.take("help-devices");
        camera.onEvents(() -> camera.desk().help());
        choose("printer");
        camera.take("devices-ways");
        choose("escpos+serial");
        camera.take("devices-ports");
        choose("by-hand");
        camera.take("devices-place");
        camera.onEvents(() -> model().keyed("ttyS9"));
        camera.take("devices-place-unsound");
        camera.onEvents(() -> model().keyed("/dev/serial/by-id/usb-EPSON_TM-T20III-if00-port0"));
        camera.take("devices-printer");
        choose("option:parity");
        camera.take("devices-values");
        choose("even");
        back(1);
        choose("scale");
        choose("jpos");
        camera.take("devices-drivers");
        back(1);
        choose("label");
        choose("zpl+tcp");
        camera.onEvents(() -> model().keyed("10.0.0.11:9100"));
        camera.take("devices-label");
        back(1);
        choose("badge");
        choose("keyboard");
        camera.take("devices-badge");
        choose("option:uid");
        camera.take("devices-badge-numbers");
        back(2);
        choose("another-station");
        camera.take("devices-station");
        camera.onEvents(() -> model().keyed("Kitchen 1"));
        camera.take("devices-station-unsound");
        back(1);
        choose("wallet");
        camera.take("devices-wallet");
        camera.onEvents(() -> model().tryOut());
        camera.await(() -> !model().isBusy());
        camera.take("devices-tried");
        back(2);
        camera.await(() -> camera.desk().shown() == Screen.CONNECTION);
    }

    private void choose(String id) throws InterruptedException {
        camera.onEvents(() -> model().chosen(id));
        camera.await(() -> !model().isBusy());
    }

    private void back(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            camera.onEvents(() -> model().back());
        }
    }

    private DeviceSetupModel model() {
        return camera.desk().setup().model();
    }
}
