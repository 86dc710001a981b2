package org.tillwright.wire.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickupNumberTest {

    @ParameterizedTest
    @CsvSource({"till-01,A", "till-2,B", "kasse9,J", "24,Z", "till-25,AA", "till-048,AZ", "till-49,BA", "p1-till-3,C"})
    void theLettersFollowFromTheFigureAtTheEndOfTheId(String workstation, String letters) {
        assertThat(PickupNumber.lettersOf(workstation)).isEqualTo(letters);
    }

    @Test
    void noTwoRegistersThatAreNumberedHaveTheSameLetters() {
        Set<String> letters = new HashSet<>();
        for (int i = 1; i <= 600; i++) {
            letters.add(PickupNumber.lettersOf("till-" + i));
        }
        assertThat(letters).hasSize(600).allMatch(each -> each.matches("[A-HJ-NP-Z]{1,2}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bar", "terrace", "", "till-0", "till-999"})
    void anIdWithoutAUsableFigureHasThreeLetters(String workstation) {
        assertThat(PickupNumber.lettersOf(workstation))
                .matches("[A-HJ-NP-Z]{3}")
                .isEqualTo(PickupNumber.lettersOf(workstation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A17", " a17 ", "TWKA17", "twka17"})
    void itIsReadAsAPersonOrAScannerSaysIt(String said) {
        assertThat(PickupNumber.read(said)).contains(new PickupNumber("A", 17));
        assertThat(new PickupNumber("A", 17).barcode()).isEqualTo("TWKA17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "A", "A0", "A017", "ABCD1", "A123456", "TWK", "4006381333931"})
    void whatIsNoneIsNotGuessedAt(String said) {
        assertThat(PickupNumber.read(said)).isEmpty();
    }
}
