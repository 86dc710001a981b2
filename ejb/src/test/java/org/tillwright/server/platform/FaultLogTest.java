package org.tillwright.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultLogTest {

    private final Logger logger = Logger.getLogger(FaultLog.class.getName());
    private final Listener listener = new Listener();

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(listener);
        logger.setUseParentHandlers(true);
    }

    @Test
    void theReferenceIsShortAndInTheLogWithTheCause() {
        var cause = new IllegalStateException("why");
        String reference = FaultLog.note(cause, "workstation=till-01");
        assertThat(reference).matches("[2-9A-Z]{4}-[2-9A-Z]{4}").doesNotContain("O", "I", "L", "U");
        assertThat(listener.records).singleElement().satisfies(record -> {
            assertThat(record.getMessage()).startsWith("[reference=" + reference + " workstation=till-01] ");
            assertThat(record.getThrown()).isSameAs(cause);
        });
    }

    /** A name with a line break would let a caller write lines of the log. */
    @Test
    void aCallerCannotWriteTheLog() {
        FaultLog.note(new IllegalStateException(), "operator=x] \n2026 forged");
        assertThat(listener.records.get(0).getMessage()).doesNotContain("\n").doesNotContain("x]");
    }

    @Test
    void aDatabaseThatIsAwayIsRecognisedAtWhateverDepth() {
        var away = new SQLNonTransientConnectionException("socket error", "08000", -1);
        assertThat(FaultLog.isDatabaseAway(new IllegalStateException(new RuntimeException(away))))
                .isTrue();
        assertThat(FaultLog.isDatabaseAway(
                        new RuntimeException(new SQLException("Error in allocating a connection. Cause: ..."))))
                .isTrue();
        assertThat(FaultLog.isDatabaseAway(new RuntimeException(new SQLException("no such column", "42S22", 1054))))
                .isFalse();
        assertThat(FaultLog.isDatabaseAway(new IllegalStateException("a bug"))).isFalse();
    }

    private static final class Listener extends Handler {

        private final List<LogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
