package org.tillwright.register.device.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.ScaleReading.State;

/** Answers as the manuals of NCI scales draw them: 7820, 3700LP, Fairbanks' with an S, Adam's with three bytes. */
class NciAnswersTest {

    @ParameterizedTest
    @CsvSource({
        "'0000.48kg', 00, 480, STILL",
        "'000.485kg', 00, 485, STILL",
        "'0000.49KG', 00, 490, STILL",
        "' 0485g ', 00, 485, STILL",
        "'000.000kg', 20, 0, STILL",
        "'012.345kg', 10, 12345, MOVING",
        "'-00.020kg', 00, -20, BELOW_ZERO",
        "'-00.020kg', 01, -20, BELOW_ZERO",
        "'015.100kg', 02, 15100, TOO_HEAVY",
        "'000.485kg', 08, 485, FAULTY",
        "'000.485kg', 04, 485, FAULTY",
        "'000.485kg', 40, 485, FAULTY",
        "'000.485kg', 80, 485, FAULTY",
    })
    void aWeightAndWhatTheStatusSaysOfIt(String weight, String status, long grams, State state) throws Exception {
        assertThat(NciScale.read("\n" + weight + "\r\n" + status + "\r\u0003"))
                .isEqualTo(new ScaleReading(new Quantity(grams), state));
        assertThat(NciScale.read("\n" + weight + "\r\nS" + status + "\r\u0003"))
                .as("with an S before the status, as some makers send it")
                .isEqualTo(new ScaleReading(new Quantity(grams), state));
    }

    @Test
    void aStatusAloneIsNoWeight() throws Exception {
        assertThat(NciScale.read("\n00\r\u0003")).isEqualTo(ScaleReading.none(State.MOVING));
        assertThat(NciScale.read("\nS10\r\u0003")).isEqualTo(ScaleReading.none(State.MOVING));
        assertThat(NciScale.read("\nS02\r\u0003")).isEqualTo(ScaleReading.none(State.TOO_HEAVY));
        assertThat(NciScale.read("\n01\r\u0003")).isEqualTo(ScaleReading.none(State.BELOW_ZERO));
        assertThat(NciScale.read("\n-------\r\n02\r\u0003")).isEqualTo(ScaleReading.none(State.TOO_HEAVY));
    }

    @Test
    void aThirdByteMaySayThatTheScaleNeverFoundItsZero() throws Exception {
        assertThat(NciScale.read("\n000.485kg\r\n0p4\r\u0003").state())
                .as("net weight")
                .isEqualTo(State.STILL);
        assertThat(NciScale.read("\n000.485kg\r\n0p8\r\u0003").state()).isEqualTo(State.FAULTY);
        assertThat(NciScale.read("\n000.485kg\r\n0pp0\r\u0003").state())
                .as("four bytes")
                .isEqualTo(State.STILL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n001.07lb\r\n00\r\u0003",
                "\n01lb 02.5oz\r\n00\r\u0003",
                "\n?\r\u0003",
                "\n000.485kg\r\n0\r\u0003",
                "\n000.485kg\r\n0p\r\u0003",
                "\n000.485kg\r\np0\r\u0003",
                "\n000.485kg\r\n000\r\u0003",
                "\n000.485kg\n00\r\u0003",
                "000.485kg\r\n00\r\u0003",
                "\n000.4.85kg\r\n00\r\u0003",
                "\nERROR\r\n00\r\u0003",
                "\u0003"
            })
    void poundsAndWhateverElseIsNotUnderstood(String answer) {
        assertThatThrownBy(() -> NciScale.read(answer))
                .isInstanceOfSatisfying(DeviceException.class, failure -> assertThat(failure.trouble())
                        .isEqualTo(Trouble.NOT_UNDERSTOOD));
    }
}
