package org.tillwright.register.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.keyboard.WedgeReader.Reading;
import org.tillwright.register.keyboard.WedgeReader.Reading.Kind;

/**
 * A scanner that types on a machine too busy to keep up, and one that has gone mad. Every text is some item's code here,
 * which is the worst case. The seed is told and taken back by {@code -Dscanners.seed=N}.
 */
class HostileWedgeTest {

    private static final int ROUNDS = 20_000;

    private final long seed = Long.getLong("scanners.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final WedgeReader reader = new WedgeReader(code -> true);
    private long now = 10_000;

    @Test
    void aCodeThatIsTornAnywhereIsNeverTakenForAnother() {
        for (int round = 0; round < ROUNDS; round++) {
            now += 10_000;
            String code = code();
            int tornAt = 1 + random.nextInt(code.length() - 1);
            type(code.substring(0, tornAt));
            long limit = tornAt == 1 ? WedgeReader.HOLD.toMillis() : WedgeReader.GAP.toMillis();
            now += limit + 1 + random.nextInt((int) (WedgeReader.SILENCE.toMillis() - limit - 10));
            type(code.substring(tornAt));
            assertThat(reader.enter(now + 1).kind())
                    .as("%s torn at %d, seed %d", code, tornAt, seed)
                    .isNotEqualTo(Kind.SCAN);
        }
    }

    @Test
    void aCodeThatComesThroughWholeIsTakenAsItIs() {
        for (int round = 0; round < ROUNDS; round++) {
            now += 10_000;
            String code = code();
            type(code);
            assertThat(reader.enter(now + 1)).as("seed %d", seed).isEqualTo(new Reading(Kind.SCAN, code));
        }
    }

    @Test
    void aScannerThatNeverEndsDoesNotFillTheMemory() {
        int broken = 0;
        for (int i = 0; i < 100_000; i++) {
            now += 1;
            if (reader.isFull()) {
                assertThat(reader.end().kind()).isEqualTo(Kind.BROKEN);
                broken++;
            }
            reader.typed('7', now);
        }
        assertThat(broken).isEqualTo(100_000 / WedgeReader.MAX_LENGTH);
        assertThat(reader.enter(now + 1).kind()).as("the rest of a broken scan").isNotEqualTo(Kind.SCAN);
    }

    private String code() {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.append(ScanCode.checkDigit(digits.toString())).toString();
    }

    /** As the dispatcher does: what no longer belongs to what is held ends it first. */
    private void type(String signs) {
        for (int i = 0; i < signs.length(); i++) {
            now += 1 + random.nextInt(5);
            if (reader.isOver(now)) {
                assertThat(reader.end().kind()).isNotEqualTo(Kind.SCAN);
            }
            reader.typed(signs.charAt(i), now);
        }
    }
}
