package org.tillwright.system.story;

import java.io.IOException;
import java.nio.file.Path;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.simulator.PtyPair;
import org.tillwright.simulator.ScaleSimulator;
import org.tillwright.system.CounterDevices;
import org.tillwright.wire.FirstStart;

/** What stands on the counter at the far end of real lines, and what the people behind it know by heart. */
final class StoryCounter implements AutoCloseable {

    /** What the scale and whoever installed the register agreed on. */
    private static final int POLYNOMIAL = 0x8BB7;

    private final CounterDevices devices;
    private final FirstStart secrets;

    private final PtyPair scaleLine;
    private final ScaleSimulator scale;
    private final StoryKitchen kitchen;
    private final StoryLabels labels;
    private volatile Weighed weighed = new Weighed(0, 0, 0);

    private StoryCounter(Path directory, FirstStart secrets) throws IOException {
        this.devices = CounterDevices.open(directory);
        this.scaleLine = PtyPair.open(directory, "scale");
        this.scale = ScaleSimulator.open(
                ScaleSimulator.Kind.distrustful(POLYNOMIAL, 1), scaleLine.far().toString(), scaleLine);
        scale.watch((grams, perKg, amount, text) -> weighed = new Weighed(grams, perKg, amount));
        this.kitchen = new StoryKitchen(directory);
        this.labels = new StoryLabels();
        this.secrets = secrets;
    }

    static StoryCounter open(Path directory, FirstStart secrets) throws IOException {
        return new StoryCounter(directory, secrets);
    }

    ScaleSimulator scale() {
        return scale;
    }

    /** What the customer reads on the scale: grams, and minor units for a kilogram and of the whole. */
    record Weighed(long grams, long perKg, long amount) {}

    /** What the scale showed last. */
    Weighed weighed() {
        return weighed;
    }

    StoryKitchen kitchen() {
        return kitchen;
    }

    StoryLabels labels() {
        return labels;
    }

    CounterDevices devices() {
        return devices;
    }

    DeviceUris uris() {
        return kitchen.with(devices.uris()
                .with(
                        DeviceKind.SCALE,
                        "dialog06+serial:" + scaleLine.near() + "?polynomial=" + Integer.toHexString(POLYNOMIAL))
                .with(DeviceKind.LABEL_PRINTER, labels.uri()));
    }

    String pinOf(String operatorNumber) {
        return secrets.pins().stream()
                .filter(pin -> pin.operatorNumber().equals(operatorNumber))
                .findFirst()
                .orElseThrow()
                .pin();
    }

    /** Takes away what a story before left in the printers' mouths and on the scale. */
    void clear() throws InterruptedException {
        scale.put(0);
        while (devices.nextReceipt(0).isPresent()) {
            // one piece after the other
        }
        kitchen.kitchen().clear();
        kitchen.bar().clear();
        labels.clear();
    }

    @Override
    public void close() {
        labels.close();
        kitchen.close();
        scale.close();
        scaleLine.close();
        devices.close();
    }
}
