package org.tillwright.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.system.thrown.Dice;

class FuzzRunTest {

    /** Sums of numbers; the law is that none reaches a hundred with a seven in it. */
    private static final Check<List<Integer>> NO_SEVEN_IN_A_LARGE_SUM = (numbers, met) -> {
        met.add("lists");
        int sum = numbers.stream().mapToInt(Integer::intValue).sum();
        return sum >= 100 && numbers.contains(7) ? new Violation("sum", "sum " + sum) : null;
    };

    private static FuzzRun<List<Integer>> run(Check<List<Integer>> check, long seed, long first, long count) {
        return new FuzzRun<>(FuzzRunTest::thrown, check, FuzzRunTest::simpler, seed, first, count);
    }

    @Test
    void whatFailsIsMadeAsSmallAsItCanBe() throws Exception {
        FuzzRun.Found<List<Integer>> found =
                run(NO_SEVEN_IN_A_LARGE_SUM, 1, 0, 100_000).on(2, done -> {}).found();

        assertThat(found).isNotNull();
        assertThat(found.shrunk()).contains(7).hasSizeLessThanOrEqualTo(6);
        assertThat(found.shrunk().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        assertThat(found.violation().told()).isEqualTo("sum 100");
    }

    @Test
    void theNumberOfACaseThrowsItAgainAlone() throws Exception {
        FuzzRun.Found<List<Integer>> found =
                run(NO_SEVEN_IN_A_LARGE_SUM, 1, 0, 100_000).on(2, done -> {}).found();

        FuzzRun.Outcome<List<Integer>> again =
                run(NO_SEVEN_IN_A_LARGE_SUM, 1, found.index(), 1).on(1, done -> {});

        assertThat(again.found().thrown()).isEqualTo(found.thrown());
    }

    @Test
    void everyCaseIsCountedOnceHoweverManyThreads() throws Exception {
        FuzzRun.Outcome<List<Integer>> outcome = run(
                        (numbers, met) -> {
                            met.add("lists");
                            return null;
                        },
                        9,
                        0,
                        10_001)
                .on(3, done -> {});

        assertThat(outcome.found()).isNull();
        assertThat(outcome.cases()).isEqualTo(10_001);
        assertThat(outcome.met().of("lists")).isEqualTo(10_001);
    }

    @Test
    void oneSeedGivesTheSameThrowsForEver() {
        Dice dice = Dice.of(42, 7);

        assertThat(List.of(dice.below(1000), dice.below(1000), dice.below(1000)))
                .isEqualTo(List.of(986, 781, 847));
        assertThat(Dice.of(42, 7).below(1_000_000)).isNotEqualTo(Dice.of(42, 8).below(1_000_000));
    }

    private static List<Integer> thrown(Dice dice) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = dice.below(30); i > 0; i--) {
            numbers.add(dice.below(40));
        }
        return numbers;
    }

    private static List<List<Integer>> simpler(List<Integer> numbers) {
        List<List<Integer>> all = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            List<Integer> fewer = new ArrayList<>(numbers);
            fewer.remove(i);
            all.add(fewer);
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) > 0 && numbers.get(i) != 7) {
                List<Integer> smaller = new ArrayList<>(numbers);
                smaller.set(i, numbers.get(i) - 1);
                all.add(smaller);
            }
        }
        return all;
    }
}
