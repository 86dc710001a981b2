package org.tillwright.system.story;

import java.io.IOException;
import java.nio.file.Path;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.simulator.PtyPair;
import org.tillwright.simulator.ScaleSimulator;
import org.tillwright.system.CounterDevices;
import org.tillwright.wire.FirstStart;

/** What stands on the counter at the far end of real lines, and what the people behind it know by heart. */
final class StoryCounter implements AutoCloseable {

    private final CounterDevices devices;
    private final FirstStart secrets;

    private final PtyPair scaleLine;
    private final ScaleSimulator scale;

    private StoryCounter(Path directory, FirstStart secrets) throws IOException {
        this.devices = CounterDevices.open(directory);
        this.scaleLine = PtyPair.open(directory, "scale");
        this.scale = ScaleSimulator.open(scaleLine.far().toString(), scaleLine);
        this.secrets = secrets;
    }

    static StoryCounter open(Path directory, FirstStart secrets) throws IOException {
        return new StoryCounter(directory, secrets);
    }

    ScaleSimulator scale() {
        return scale;
    }

    CounterDevices devices() {
        return devices;
    }

    DeviceUris uris() {
        return devices.uris().withScale("plain+serial:" + scaleLine.near() + "?baud=9600");
    }

    String pinOf(String operatorNumber) {
        return secrets.pins().stream()
                .filter(pin -> pin.operatorNumber().equals(operatorNumber))
                .findFirst()
                .orElseThrow()
                .pin();
    }

    /** Throws away what a story before left in the printer's mouth. */
    void clearPaper() throws InterruptedException {
        while (devices.nextReceipt(0).isPresent()) {
            // one piece after the other
        }
    }

    @Override
    public void close() {
        scale.close();
        scaleLine.close();
        devices.close();
    }
}
