package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.simulator.PtyPair;
import org.tillwright.simulator.ScaleSimulator;
import org.tillwright.simulator.ScaleSimulator.Kind;

/** A bench scale that speaks NCI at the end of a serial line. */
@Timeout(180)
class NciOnALineTest {

    @TempDir
    Path directory;

    @Test
    void eachStateIsToldAndTheTareIsTakenOffHere() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "scale");
                ScaleSimulator scale = ScaleSimulator.open(Kind.NCI, pair.far().toString(), pair);
                Devices devices = Devices.open(
                        DeviceUris.NONE.with(DeviceKind.SCALE, "nci+serial:" + pair.near() + "?bits=8&parity=none"),
                        failure -> {})) {
            scale.put(485);
            assertThat(weigh(devices, 0)).isEqualTo(new ScaleReading(new Quantity(485), State.STILL));
            assertThat(weigh(devices, 85)).isEqualTo(new ScaleReading(new Quantity(400), State.STILL));
            assertThat(weigh(devices, 500).state()).as("packing alone").isEqualTo(State.BELOW_ZERO);
            scale.move(1_250);
            assertThat(weigh(devices, 0)).isEqualTo(new ScaleReading(new Quantity(1_250), State.MOVING));
            scale.put(0);
            assertThat(weigh(devices, 12)).as("an empty plate is empty").isEqualTo(ScaleReading.none(State.STILL));
            scale.put(-20);
            assertThat(weigh(devices, 0).state()).isEqualTo(State.BELOW_ZERO);
            scale.put(ScaleSimulator.CAPACITY_GRAMS + 1);
            assertThat(weigh(devices, 0).state()).isEqualTo(State.TOO_HEAVY);
            scale.put(485);
            scale.fail(true);
            assertThat(weigh(devices, 0).state()).isEqualTo(State.FAULTY);
            scale.fail(false);
            assertThat(weigh(devices, 0).isSellable()).isTrue();
        }
    }

    private static ScaleReading weigh(Devices devices, long tareGrams) throws Exception {
        var order = new WeighingOrder(1, 1_000L, tareGrams, "");
        return devices.scale().orElseThrow().ask(scale -> scale.weigh(order)).get(60, TimeUnit.SECONDS);
    }
}
