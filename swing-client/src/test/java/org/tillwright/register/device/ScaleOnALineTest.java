package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.simulator.PtyPair;
import org.tillwright.simulator.ScaleSimulator;

/** A scale on a serial line and on the network, through the register's own lanes. */
@Timeout(60)
class ScaleOnALineTest {

    @TempDir
    Path directory;

    @Test
    void aWeightIsToldToTheGramAndOnlyOneAtRestIsSold() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "scale");
                ScaleSimulator scale = ScaleSimulator.open(pair.far().toString(), pair);
                Devices devices = devicesAt("plain+serial:" + pair.near() + "?baud=9600")) {
            scale.put(485);
            assertThat(weigh(devices)).isEqualTo(new ScaleReading(new Quantity(485), State.STILL));
            scale.move(1_250);
            assertThat(weigh(devices)).isEqualTo(new ScaleReading(new Quantity(1_250), State.MOVING));
            scale.put(0);
            assertThat(weigh(devices).isSellable()).as("nothing lies on it").isFalse();
            scale.put(-20);
            assertThat(weigh(devices).state()).isEqualTo(State.BELOW_ZERO);
            scale.put(ScaleSimulator.CAPACITY_GRAMS + 1);
            assertThat(weigh(devices).state()).isEqualTo(State.TOO_HEAVY);
        }
    }

    @Test
    void aPulledCableIsTroubleAndTheScaleIsFoundAgain() throws Exception {
        try (ScaleSimulator scale = ScaleSimulator.open("tcp:0", null);
                Devices devices = devicesAt("plain+tcp:127.0.0.1:" + scale.tcpPort())) {
            scale.put(1_000);
            assertThat(weigh(devices).weight()).isEqualTo(new Quantity(1_000));
            scale.pull();
            assertThatThrownBy(() -> weigh(devices))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(DeviceException.class);
            scale.plugIn();
            assertThat(weigh(devices).weight()).isEqualTo(new Quantity(1_000));
        }
    }

    @Test
    void aRegisterWithoutAScaleHasNoLaneForOne() {
        try (Devices devices = Devices.open(DeviceUris.NONE, failure -> {})) {
            assertThat(devices.scale()).isEmpty();
        }
    }

    @Test
    void anAddressOfAScaleThatCannotBeReadSaysWhatToWrite() {
        assertThat(Devices.faultsOf(DeviceUris.NONE.with(DeviceKind.SCALE, "serial:/dev/ttyS3")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("scale");
                    assertThat(fault.message()).contains("plain+serial:/dev/ttyS3");
                });
    }

    @Test
    void whoeverAnswersSomethingElseIsNoScale() throws Exception {
        try (var other = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (java.net.Socket caller = other.accept()) {
                    caller.getInputStream().read(new byte[16]);
                    caller.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    caller.getInputStream().read(new byte[16]);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            answering.start();
            try (Devices devices = devicesAt("plain+tcp:127.0.0.1:" + other.getLocalPort())) {
                assertThatThrownBy(() -> weigh(devices))
                        .hasCauseInstanceOf(DeviceException.class)
                        .satisfies(failure -> assertThat(((DeviceException) failure.getCause()).trouble())
                                .isEqualTo(Trouble.NOT_UNDERSTOOD));
            }
            answering.join();
        }
    }

    private static ScaleReading weigh(Devices devices) throws Exception {
        return devices.scale().orElseThrow().ask(Scale::weigh).get(20, TimeUnit.SECONDS);
    }

    private static Devices devicesAt(String uri) {
        return Devices.open(DeviceUris.NONE.with(DeviceKind.SCALE, uri), failure -> {});
    }
}
