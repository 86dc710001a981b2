package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A reader that sends without end does not bury the screen. */
class WaitingReadsTest {

    private final ArrayDeque<Runnable> events = new ArrayDeque<>();
    private final ArrayList<String> heard = new ArrayList<>();
    private final WaitingReads reads = new WaitingReads(events::add, heard::add, () -> heard.add("too many"));

    @Test
    void noMoreThanAPersonCanCauseWaitAndWhatIsDroppedIsToldOnce() {
        for (int i = 0; i < 10_000; i++) {
            reads.put("code " + i);
        }
        assertThat(events).hasSize(WaitingReads.MOST + 1);
        handleAll();
        assertThat(heard).hasSize(WaitingReads.MOST + 1).contains("code 0", "code 63", "too many");
        heard.clear();
        reads.put("the next");
        handleAll();
        assertThat(heard).containsExactly("the next");
    }

    @Test
    void aSecondFloodIsToldAgain() {
        for (int flood = 0; flood < 2; flood++) {
            for (int i = 0; i < 100; i++) {
                reads.put("x");
            }
            handleAll();
        }
        assertThat(heard).filteredOn("too many"::equals).hasSize(2);
    }

    private void handleAll() {
        while (!events.isEmpty()) {
            events.removeFirst().run();
        }
    }
}
