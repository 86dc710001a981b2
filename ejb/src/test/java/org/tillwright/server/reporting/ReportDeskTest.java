package org.tillwright.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;

class ReportDeskTest {

    private final ReportDesk desk = new ReportDesk();

    @Test
    void oneMoreReportThanThereArePlacesIsRefusedAndTheOthersAreMade() {
        assertThatThrownBy(() -> makeWithin(ReportDesk.MAX_AT_ONCE + 1))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.TOO_BUSY))
                .hasMessageContaining("ask again in a minute");
        assertThat(makeWithin(ReportDesk.MAX_AT_ONCE)).isEqualTo(ReportDesk.MAX_AT_ONCE);
    }

    @Test
    void aReportThatFailsGivesItsPlaceBack() {
        for (int i = 0; i <= ReportDesk.MAX_AT_ONCE; i++) {
            assertThatThrownBy(() -> desk.make(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(makeWithin(ReportDesk.MAX_AT_ONCE)).isEqualTo(ReportDesk.MAX_AT_ONCE);
    }

    /** Makes so many reports, each while those before it are not done; returns how many were made. */
    private int makeWithin(int reports) {
        return reports == 0 ? 0 : desk.make(() -> 1 + makeWithin(reports - 1));
    }
}
