package org.tillwright.server.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.RefusedAndNoted;
import org.tillwright.server.catalog.CatalogService;
import org.tillwright.server.catalog.DepartmentDraft;
import org.tillwright.server.catalog.ItemDraft;
import org.tillwright.server.security.SignOnService;
import org.tillwright.wire.SignOnRequest;

/** What is kept and what is undone when a service says no, as the container does it; and how often a timer fires. */
@ContainerTest
class TransactionsIT {

    private static final Duration TIMERS_PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    @EJB
    Noter noter;

    @EJB
    CatalogService catalog;

    @EJB
    SignOnService signOn;

    @EJB
    AsManager manager;

    @EJB
    AsRegister register;

    @Resource(lookup = "java:app/jdbc/tillwright")
    DataSource database;

    @Deployment
    static WebArchive archive() {
        return InContainer.archive(Noter.class, Ticker.class, AllTables.class);
    }

    @Test
    void aRefusalUndoesWhatWasWritten() throws SQLException {
        Throwable thrown = catchThrowable(() -> noter.noteAndRefuse("PLAIN_REFUSAL"));
        assertThat(thrown).isInstanceOf(Refused.class);
        assertThat(count("audit_entry where action = 'PLAIN_REFUSAL'")).isZero();
    }

    @Test
    void aNotedRefusalKeepsWhatWasWritten() throws SQLException {
        Throwable thrown = catchThrowable(() -> noter.noteAndRefuseNoted("NOTED_REFUSAL"));
        assertThat(thrown).isInstanceOf(RefusedAndNoted.class);
        assertThat(count("audit_entry where action = 'NOTED_REFUSAL'")).isEqualTo(1);
    }

    @Test
    void aBugUndoesWhatWasWritten() throws SQLException {
        Throwable thrown = catchThrowable(() -> noter.noteAndBreak("BUG"));
        assertThat(thrown).isInstanceOf(EJBException.class).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(count("audit_entry where action = 'BUG'")).isZero();
    }

    /** The department is written before the item is refused. */
    @Test
    void anImportWithOneBadItemLeavesTheCatalogueAsItWas() throws SQLException {
        Map<String, String> before = AllTables.read(database);
        DepartmentDraft department = new DepartmentDraft("drinks", Map.of("en", "Drinks"), 2, 4);
        ItemDraft bad = new ItemDraft(
                "cola", Map.of("en", "Cola"), "drinks", "PIECE", "NO_SUCH_TAX", 990_000L, List.of(), null, null, true);
        Throwable thrown =
                manager.call(() -> catchThrowable(() -> catalog.importItems(List.of(department), List.of(bad))));
        assertThat(thrown).isInstanceOf(Refused.class);
        assertThat(AllTables.read(database)).isEqualTo(before);
    }

    @Test
    void aWrongPinCountsAlthoughNobodyGetsIn() throws SQLException {
        for (int wrong = 1; wrong <= 2; wrong++) {
            Throwable thrown = register.call(
                    () -> catchThrowable(() -> signOn.signOn("till-01", new SignOnRequest("2", "0000000"))));
            assertThat(thrown).isInstanceOf(RefusedAndNoted.class);
            assertThat(((Refused) thrown).code()).isEqualTo(ProblemCode.SIGN_ON_REFUSED);
            assertThat(count("sign_on_lock where operator_id = 'ben' and wrong_pins = " + wrong))
                    .isEqualTo(1);
        }
        assertThat(count("person_session")).isZero();
    }

    @Test
    void whatIsInjectedIsTheContainersAndReachesTheDatabase() {
        assertThat(catalog.getClass())
                .as("a service is never called past the container")
                .isNotEqualTo(CatalogService.class);
        assertThat(register.call(() -> catalog.findByCode("4006381333931")))
                .hasValueSatisfying(item -> assertThat(item.itemId()).isEqualTo("milk"));
    }

    @Test
    void aTimerFiresOnceEachTime() throws InterruptedException {
        List<java.time.Instant> ticks = Ticker.awaitTicks();
        assertThat(ticks).hasSizeGreaterThanOrEqualTo(Ticker.TICKS).doesNotHaveDuplicates();
    }

    /** The product's own timer, with the price that is due put where the console would put it. */
    @Test
    void aPlannedPriceThatIsDueIsPublishedOnce() throws SQLException {
        long publications = count("publication");
        change("insert into planned_price values ('milk', '2026-03-02', '2026-03-02 00:00:00', 1390000, 'anna',"
                + " '2026-03-01 12:00:00')");
        long deadline = System.nanoTime() + TIMERS_PATIENCE.toNanos();
        while (count("planned_price where item_id = 'milk'") > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        assertThat(count("planned_price where item_id = 'milk'")).isZero();
        assertThat(count("publication")).isEqualTo(publications + 1);
        assertThat(count("item_price where item_id = 'milk' and until_version is null and unit_price_micro = 1390000"))
                .isEqualTo(1);
    }

    /** Somebody set the same price by hand before its day: nothing is left to publish, and the plan must not stand in the way. */
    @Test
    void aPlanThatChangesNothingGoesTooAlthoughNobodyCalled() throws SQLException {
        change(
                "insert into planned_price select item_id, '2026-03-02', '2026-03-02 00:00:00', unit_price_micro, 'anna',"
                        + " '2026-03-01 12:00:00' from item_price where item_id = 'apples' and until_version is null");
        long deadline = System.nanoTime() + TIMERS_PATIENCE.toNanos();
        while (count("planned_price where item_id = 'apples'") > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        assertThat(count("planned_price where item_id = 'apples'")).isZero();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long count(String rows) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + rows)) {
            result.next();
            return result.getLong(1);
        }
    }
}
