package org.tillwright.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;

class AuditServiceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TestShop shop = new TestShop();
    private final AuditService audit = shop.get(AuditService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrDoubles() {
        shop.database.tamper("delete from audit_entry");
        for (int i = 0; i < 25; i++) {
            note("SIGNED_ON", NOON.plusSeconds(i / 5), "ben", null); // five at each instant
        }
        List<AuditLine> all = new ArrayList<>();
        AuditPage page = find(AuditFilter.ALL, null, 4);
        all.addAll(page.lines());
        while (page.next() != null) {
            AuditPlace place = AuditPlace.parse(page.next().text()).orElseThrow();
            page = find(AuditFilter.ALL, place, 4);
            all.addAll(page.lines());
        }
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
        assertThat(all).extracting(AuditLine::number).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void whatARegisterToldLateStandsWhereItHappened() {
        note("SIGNED_ON", NOON, "ben", null);
        note("TILL_OPENED", NOON.minus(Duration.ofDays(1)), "ben", null);
        List<AuditLine> newest = find(AuditFilter.ALL, null, 50).lines();
        assertThat(newest.get(0).action()).isEqualTo("SIGNED_ON");
        assertThat(newest.get(newest.size() - 1).action()).isEqualTo("TILL_OPENED");
    }

    @Test
    void eachFilterNarrows() {
        note("SIGNED_ON", NOON, "ben", null);
        note("PIN_SET", NOON, "anna", "operator ben");
        note("PIN_SET", NOON.plusSeconds(60), "anna", "operator_x");
        note("PIN_SET", NOON.plusSeconds(120), "anna", "operator gone");
        assertThat(subjects(new AuditFilter(null, null, "PIN_SET", null, null, null, null)))
                .containsExactly("operator gone", "operator_x", "operator ben");
        assertThat(subjects(
                        new AuditFilter(NOON.plusSeconds(60), NOON.plusSeconds(120), null, null, "anna", null, null)))
                .containsExactly("operator_x");
        assertThat(subjects(new AuditFilter(null, null, null, null, null, null, "operator_")))
                .containsExactly("operator_x");
        assertThat(find(new AuditFilter(null, null, null, null, "ben", "till-01", null), null, 50)
                        .lines())
                .extracting(AuditLine::operatorName, AuditLine::workstationName)
                .containsExactly(tuple("Ben", "Till 1"));
        assertThat(subjects(new AuditFilter(null, null, null, "PIN_SET", "nobody", null, null)))
                .isEmpty();
    }

    @Test
    void salesCanBeLeftOut() {
        note("SALE", NOON, "ben", null);
        note("RETURN", NOON, "ben", null);
        assertThat(find(new AuditFilter(NOON, null, null, "SALE", null, null, null), null, 50)
                        .lines())
                .extracting(AuditLine::action)
                .containsExactly("RETURN");
    }

    @Test
    void actionsAreListedOnce() {
        note("SIGNED_ON", NOON, "ben", null);
        note("SIGNED_ON", NOON, "ben", null);
        assertThat(shop.inTransaction(audit::actions)).contains("SIGNED_ON").doesNotHaveDuplicates();
    }

    @Test
    void aPlaceThatSomebodyMadeUpIsNone() {
        assertThat(AuditPlace.parse("")).isEmpty();
        assertThat(AuditPlace.parse("yesterday_1")).isEmpty();
        assertThat(AuditPlace.parse("2026-03-02T12:00:00Z_-1")).isEmpty();
        assertThat(AuditPlace.parse("2026-03-02T12:00:00Z_9999999999999999999")).isEmpty();
        assertThat(AuditPlace.parse("2026-03-02T12:00:00Z_7")).contains(new AuditPlace(NOON, 7));
    }

    private List<String> subjects(AuditFilter filter) {
        return find(filter, null, 50).lines().stream().map(AuditLine::subject).toList();
    }

    private AuditPage find(AuditFilter filter, AuditPlace after, int size) {
        return shop.inTransaction(() -> audit.find(filter, after, size));
    }

    private void note(String action, Instant happenedAt, String operatorId, String subject) {
        shop.inTransaction(() -> {
            audit.record(new AuditNote(action, happenedAt, "shop", "till-01", operatorId, subject, null));
            return true;
        });
    }
}
