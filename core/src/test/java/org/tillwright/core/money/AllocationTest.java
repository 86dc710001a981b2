package org.tillwright.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {

    @ParameterizedTest
    @CsvSource({
        "100, 1 1 1,       34 33 33",
        "-100, 1 1 1,      -34 -33 -33",
        "4, 333 333 334,   1 1 2",
        "5, 1 0 1,         3 0 2",
        "0, 0 0,           0 0",
        "1, 1 2 3,         0 0 1",
        "9223372036854775807, 1 1, 4611686018427387904 4611686018427387903",
    })
    void theLargestRemainderGetsWhatIsLeftAndTiesGoInOrder(long whole, String weights, String parts) {
        assertThat(Allocation.spread(whole, longs(weights))).containsExactly(longs(parts));
    }

    @Test
    void nothingCanBeSpreadOverNothing() {
        assertThatThrownBy(() -> Allocation.spread(1, new long[] {0, 0})).hasMessageContaining("over nothing");
        assertThatThrownBy(() -> Allocation.spread(1, new long[] {2, -1})).hasMessageContaining("weight of -1");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1, 3, 333", "1000, 2, 3, 667", "1000, 3, 3, 1000", "-5, 1, 2, -3", "5, 1, 2, 3", "7, 0, 9, 0"})
    void aShareIsRoundedHalfAwayFromZero(long whole, long part, long of, long share) {
        assertThat(Allocation.share(whole, part, of)).isEqualTo(share);
    }

    @Test
    void noShareIsMoreThanTheWhole() {
        assertThatThrownBy(() -> Allocation.share(10, 4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.share(10, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void thePartsAreTheWholeAndNoneIsAUnitFromItsExactShare(
            @ForAll("wholes") long whole, @ForAll("weights") List<Long> weights) {
        long[] of = weights.stream().mapToLong(Long::longValue).toArray();
        BigInteger sum = Arrays.stream(of).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            return;
        }
        long[] parts = Allocation.spread(whole, of);

        assertThat(Arrays.stream(parts).sum()).isEqualTo(whole);
        for (int i = 0; i < of.length; i++) {
            BigInteger distance = BigInteger.valueOf(parts[i])
                    .multiply(sum)
                    .subtract(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(of[i])));
            assertThat(distance.abs()).isLessThan(sum);
        }
    }

    @Property
    void aShareIsWhatDecimalArithmeticSays(
            @ForAll long whole, @ForAll @LongRange(min = 1) long of, @ForAll @IntRange(max = 1000) int permille) {
        long part = BigInteger.valueOf(of)
                .multiply(BigInteger.valueOf(permille))
                .divide(BigInteger.valueOf(1000))
                .longValueExact();

        assertThat(Allocation.share(whole, part, of))
                .isEqualTo(BigDecimal.valueOf(whole)
                        .multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(of), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    @Provide
    Arbitrary<Long> wholes() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-1_000_000, 1_000_000),
                Arbitraries.longs().between(-Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Provide
    Arbitrary<List<Long>> weights() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.longs().between(0, Long.MAX_VALUE / 20))
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    private static long[] longs(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }
}
