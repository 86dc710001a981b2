package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.simulator.PtyPair;
import org.tillwright.simulator.ScaleSimulator;
import org.tillwright.simulator.ScaleSimulator.Kind;

/** A price-computing scale at the end of a serial line, through the register's own lane: every state that it knows. */
@Timeout(180)
class Dialog06OnALineTest {

    /** A polynomial for tests; a real scale's is a secret. */
    private static final int POLYNOMIAL = 0x8BB7;

    @TempDir
    Path directory;

    @Test
    void theScaleShowsPriceAndAmountAndTellsThemBack() throws Exception {
        var panel = new LinkedBlockingQueue<String>();
        try (PtyPair pair = PtyPair.open(directory, "scale");
                ScaleSimulator scale = scaleOn(pair, Kind.DIALOG06);
                Devices devices = devicesAt(pair, "?text=on")) {
            scale.watch((grams, perKg, amount, text) -> panel.add(text + " " + grams + " " + perKg + " " + amount));
            scale.put(485);
            assertThat(weigh(devices, new WeighingOrder(1, 1_990L, 0, "Äpfel rot")))
                    .isEqualTo(new ScaleReading(new Quantity(485), State.STILL, new ScaleReading.Price(1_990, 965)));
            assertThat(panel.poll(10, TimeUnit.SECONDS)).isEqualTo("Apfel rot 485 1990 965");
            assertThat(scale.unknownBytes()).isZero();
        }
    }

    @Test
    void eachStateOfTheScaleIsOneOfTheRegisters() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "scale");
                ScaleSimulator scale = scaleOn(pair, Kind.DIALOG06);
                Devices devices = devicesAt(pair, "")) {
            scale.move(485);
            assertThat(stateOf(devices, 1)).as("20").isEqualTo(State.MOVING);
            scale.put(485);
            scale.measureSlowly(2);
            assertThat(stateOf(devices, 1)).as("22").isEqualTo(State.MOVING);
            assertThat(stateOf(devices, 1)).as("22 again").isEqualTo(State.MOVING);
            assertThat(stateOf(devices, 1)).isEqualTo(State.STILL);
            scale.put(20);
            assertThat(stateOf(devices, 2)).as("30").isEqualTo(State.BELOW_MINIMUM);
            scale.put(-20);
            assertThat(stateOf(devices, 3)).as("31").isEqualTo(State.BELOW_ZERO);
            scale.put(ScaleSimulator.CAPACITY_GRAMS + 1);
            assertThat(stateOf(devices, 4)).as("32").isEqualTo(State.TOO_HEAVY);
            scale.put(1_000);
            assertThat(stateOf(devices, 5)).isEqualTo(State.STILL);
            assertThat(scale.unknownBytes()).isZero();
        }
    }

    @Test
    void goodsThatStillLieThereAreNotSoldTwice() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "scale");
                ScaleSimulator scale = scaleOn(pair, Kind.DIALOG06);
                Devices devices = devicesAt(pair, "")) {
            scale.put(485);
            ScaleReading first = weigh(devices, order(1, 0));
            assertThat(first.isSellable()).isTrue();
            assertThat(weigh(devices, order(1, 0)))
                    .as("the same weighing, and nothing has moved: the weight still stands")
                    .isEqualTo(first);
            assertThat(stateOf(devices, 2)).as("another weighing").isEqualTo(State.NOT_MOVED);
            scale.put(900);
            assertThat(weigh(devices, order(2, 0)).weight()).isEqualTo(new Quantity(900));
        }
    }

    @Test
    void moreOnThePlateDuringOneWeighingIsWeighedAgain() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "scale");
                ScaleSimulator scale = scaleOn(pair, Kind.DIALOG06);
                Devices devices = devicesAt(pair, "")) {
            scale.put(485);
            assertThat(weigh(devices, order(1, 0)).weight()).isEqualTo(new Quantity(485));
            scale.put(700);
            ScaleReading more = weigh(devices, order(1, 0));
            assertThat(more.weight()).isEqualTo(new Quantity(700));
            assertThat(more.price()).isEqualTo(new ScaleReading.Price(1_000, 700));
        }
    }

    @Test
    void theTareIsTakenOffByTheScale() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "scale");
                ScaleSimulator scale = scaleOn(pair, Kind.DIALOG06);
                Devices devices = devicesAt(pair, "?text=on")) {
            scale.put(512);
            assertThat(weigh(devices, new WeighingOrder(1, 1_000L, 12, "Olives")))
                    .isEqualTo(new ScaleReading(new Quantity(500), State.STILL, new ScaleReading.Price(1_000, 500)));
            scale.put(513);
            assertThat(weigh(devices, new WeighingOrder(2, 1_000L, 12, "")).weight())
                    .as("without a text, another record")
                    .isEqualTo(new Quantity(501));
            assertThat(weigh(devices, order(3, 10_000)).state()).isEqualTo(State.TARE_REFUSED);
            assertThat(scale.unknownBytes()).isZero();
        }
    }

    @Test
    void aPriceThatTheScaleCannotShowSellsNothing() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "scale");
                ScaleSimulator scale = scaleOn(pair, Kind.DIALOG06);
                Devices devices = devicesAt(pair, "?price-digits=5")) {
            scale.put(485);
            for (Long price : new Long[] {null, 0L, 100_000L}) {
                assertThat(weigh(devices, new WeighingOrder(1, price, 0, "")))
                        .isEqualTo(ScaleReading.none(State.PRICE_REFUSED));
            }
            assertThat(weigh(devices, new WeighingOrder(1, 99_999L, 0, "")).price())
                    .isEqualTo(new ScaleReading.Price(99_999, 48_500));
        }
    }

    @Test
    void aLookAtTheScaleTellsAWeightWithoutAPrice() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "scale");
                ScaleSimulator scale = scaleOn(pair, Kind.DIALOG06);
                Devices devices = devicesAt(pair, "")) {
            scale.put(485);
            assertThat(devices.scale().orElseThrow().ask(Scale::weigh).get(60, TimeUnit.SECONDS))
                    .isEqualTo(new ScaleReading(new Quantity(485), State.STILL));
        }
    }

    @Test
    void aDistrustfulScaleIsAnsweredAfterPowerOnAfterAMistakeAndEveryFiftyWeighings() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "scale");
                ScaleSimulator scale = scaleOn(pair, Kind.distrustful(POLYNOMIAL, 5));
                Devices devices = devicesAt(pair, "?polynomial=8BB7&checks=5")) {
            for (int i = 1; i <= 120; i++) {
                scale.put(400 + i);
                assertThat(weigh(devices, order(i, 0)).weight()).isEqualTo(new Quantity(400L + i));
            }
            assertThat(scale.checksPassed())
                    .as("at the beginning, after 50 and after 100")
                    .isEqualTo(3);
            scale.restart();
            scale.put(1_000);
            assertThat(stateOf(devices, 200)).isEqualTo(State.STILL);
            assertThat(scale.checksPassed()).isEqualTo(4);
            scale.fail(true);
            scale.put(1_001);
            assertThat(stateOf(devices, 201)).as("01").isEqualTo(State.FAULTY);
            scale.fail(false);
            assertThat(stateOf(devices, 201)).isEqualTo(State.STILL);
            assertThat(scale.checksPassed()).isEqualTo(5);
            assertThat(scale.unknownBytes()).isZero();
        }
    }

    @Test
    void aScaleThatWasToldAnotherPolynomialOrNoneSellsNothing() throws Exception {
        try (ScaleSimulator scale = ScaleSimulator.open(Kind.distrustful(POLYNOMIAL, 1), "tcp:0", null)) {
            scale.put(485);
            for (String options : new String[] {"?polynomial=1021", "", "?polynomial=8BB7&checks=2"}) {
                try (Devices devices = devicesAt(scale, options)) {
                    assertThat(stateOf(devices, 1)).as("options " + options).isEqualTo(State.NOT_TRUSTED);
                    assertThat(stateOf(devices, 1)).as("again").isEqualTo(State.NOT_TRUSTED);
                }
            }
            assertThat(scale.checksPassed()).isZero();
            try (Devices devices = devicesAt(scale, "?polynomial=18BB7")) {
                assertThat(stateOf(devices, 1)).isEqualTo(State.STILL);
            }
            assertThat(scale.checksPassed()).isEqualTo(1);
        }
    }

    @Test
    void aPulledCableIsTroubleAndTheScaleIsFoundAgain() throws Exception {
        try (ScaleSimulator scale = ScaleSimulator.open(Kind.DIALOG06, "tcp:0", null);
                Devices devices = devicesAt(scale, "")) {
            scale.put(1_000);
            assertThat(stateOf(devices, 1)).isEqualTo(State.STILL);
            scale.pull();
            assertThatThrownBy(() -> weigh(devices, order(2, 0))).isInstanceOf(ExecutionException.class);
            scale.plugIn();
            scale.put(1_500);
            assertThat(weigh(devices, order(2, 0)).weight()).isEqualTo(new Quantity(1_500));
        }
    }

    private static ScaleSimulator scaleOn(PtyPair pair, Kind kind) throws Exception {
        return ScaleSimulator.open(kind, pair.far().toString(), pair);
    }

    private static WeighingOrder order(long number, long tareGrams) {
        return new WeighingOrder(number, 1_000L, tareGrams, "");
    }

    private static State stateOf(Devices devices, long number) throws Exception {
        return weigh(devices, order(number, 0)).state();
    }

    private static ScaleReading weigh(Devices devices, WeighingOrder order) throws Exception {
        return devices.scale().orElseThrow().ask(scale -> scale.weigh(order)).get(60, TimeUnit.SECONDS);
    }

    private static Devices devicesAt(ScaleSimulator scale, String options) {
        return Devices.open(
                DeviceUris.NONE.with(DeviceKind.SCALE, "dialog06+tcp:127.0.0.1:" + scale.tcpPort() + options),
                failure -> {});
    }

    private static Devices devicesAt(PtyPair pair, String options) {
        return Devices.open(
                DeviceUris.NONE.with(DeviceKind.SCALE, "dialog06+serial:" + pair.near() + options), failure -> {});
    }
}
