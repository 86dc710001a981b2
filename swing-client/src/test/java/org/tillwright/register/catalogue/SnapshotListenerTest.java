package org.tillwright.register.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tillwright.register.catalogue.PublicationNews.Ending;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.testing.TestStore;

class SnapshotListenerTest {

    private final Catalogues catalogues = new Catalogues();
    private final List<Duration> pauses = new ArrayList<>();
    private int pulls;

    private SnapshotListener listener(PublicationNews news) {
        return new SnapshotListener(news, catalogues, () -> pulls++, new Random(7), pauses::add);
    }

    @Test
    void aNewerNumberHasTheSnapshotAskedForAndNotByAllAtOnce() {
        catalogues.put(TestStore.catalogue());
        SnapshotListener listener = listener(published -> {
            published.accept(1);
            assertThat(pulls).as("the number that is here").isZero();
            published.accept(2);
            assertThat(pulls).isEqualTo(1);
            return Ending.OVER;
        });
        assertThat(listener.turnAndRest()).isBetween(Duration.ZERO, SnapshotListener.SPREAD);
        assertThat(pauses).hasSize(1).allMatch(pause -> pause.compareTo(SnapshotListener.SPREAD) <= 0);
    }

    @Test
    void whatWasPublishedBeforeTheLineWasThereIsAskedForAtOnce() {
        catalogues.put(TestStore.catalogue());
        listener(published -> {
                    published.accept(5);
                    assertThat(pulls).isEqualTo(1);
                    return Ending.LOST;
                })
                .turnAndRest();
        assertThat(pauses).isEmpty();
    }

    @Test
    void aLowerNumberOfARestoredServerIsNewsToo() {
        catalogues.put(TestStore.catalogue());
        listener(published -> {
                    published.accept(0);
                    return Ending.OVER;
                })
                .turnAndRest();
        assertThat(pulls).isPositive();
    }

    @Test
    void aLineThatBreaksHasTheServerAskedAndIsTriedAgainSoon() {
        catalogues.put(TestStore.catalogue());
        SnapshotListener listener = listener(published -> {
            published.accept(1);
            return Ending.LOST;
        });
        assertThat(listener.turnAndRest()).isLessThanOrEqualTo(Backoff.FIRST);
        assertThat(listener.turnAndRest()).as("it was there in between").isLessThanOrEqualTo(Backoff.FIRST);
        assertThat(pulls).isEqualTo(2);
    }

    @Test
    void whereNobodyAnswersPausesGrow() {
        SnapshotListener listener = listener(published -> Ending.LOST);
        Duration last = Duration.ZERO;
        for (int i = 0; i < 10; i++) {
            last = listener.turnAndRest();
        }
        assertThat(last).isGreaterThan(Backoff.FIRST).isLessThanOrEqualTo(Backoff.LONGEST);
        assertThat(pulls).isZero();
    }

    @Test
    void aPageWithoutAWordIsNotAskedForInALoop() {
        SnapshotListener listener = listener(published -> Ending.OVER);
        Duration last = Duration.ZERO;
        for (int i = 0; i < 10; i++) {
            last = listener.turnAndRest();
        }
        assertThat(last).isGreaterThan(Duration.ofSeconds(10));
    }

    @Test
    void anOlderServerIsAskedAgainMuchLater() {
        assertThat(listener(published -> Ending.NOT_OFFERED).turnAndRest())
                .isEqualTo(SnapshotListener.WHERE_NOT_OFFERED);
    }
}
