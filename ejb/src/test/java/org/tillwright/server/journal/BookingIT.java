package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBTransactionRequiredException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.container.AllTables;
import org.tillwright.server.container.AsManager;
import org.tillwright.server.container.AsRegister;
import org.tillwright.server.container.ContainerTest;
import org.tillwright.server.container.InContainer;
import org.tillwright.server.inventory.StockMovement;
import org.tillwright.server.inventory.StockService;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.pricing.CartMessage;

/** A sale is booked whole or not at all, by the container's own transactions, whichever step of it fails. */
@ContainerTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BookingIT {

    /** Every table that a sale with everything in it writes to, and which of its rows is to fail. */
    private static final Map<String, String> STEPS = steps();

    @EJB
    JournalService journal;

    @EJB
    StockService stock;

    @EJB
    LedgerService ledger;

    @EJB
    AsRegister register;

    @EJB
    AsManager manager;

    @Resource(lookup = "java:app/jdbc/tillwright")
    DataSource database;

    @Deployment
    static WebArchive archive() {
        return InContainer.archive(SaleBuilder.class, TestShop.class, AllTables.class);
    }

    @Test
    @Order(1)
    void whicheverStepFailsEveryTableIsAsItWas() throws Exception {
        byte[] record = sale();
        Map<String, String> before = AllTables.read(database);
        for (Map.Entry<String, String> step : STEPS.entrySet()) {
            plant(step.getKey(), step.getValue());
            Throwable thrown = register.call(() -> catchThrowable(() -> journal.accept("till-01", 1, null, record)));
            remove(step.getKey());
            assertThat(thrown).as("planted in " + step.getKey()).isNotNull().isNotInstanceOf(Refused.class);
            assertThat(AllTables.read(database)).as("after " + step.getKey()).isEqualTo(before);
        }

        AcceptedRecord accepted = register.call(() -> journal.accept("till-01", 1, null, record));
        assertThat(accepted.isRepeat()).as("nothing of it was there").isFalse();
        assertThat(accepted.acceptance().disputed()).isTrue();
        assertThat(AllTables.read(database).entrySet())
                .as("each of these tables is part of a sale")
                .filteredOn(table -> STEPS.containsKey(table.getKey()))
                .allSatisfy(table -> assertThat(table.getValue()).isNotEqualTo(before.get(table.getKey())));
    }

    @Test
    @Order(2)
    void aRefusedSaleIsKeptToBeLookedAtAndChangesNothingElse() throws Exception {
        change("update workstation set public_key = 'a register', enrolled_at = utc_timestamp(6)"
                + " where workstation_id = 'till-01'");
        byte[] taken = new SaleBuilder()
                .transactionId(UUID.fromString("00000000-0000-4000-8000-0000000000aa"))
                .line("milk", 1000)
                .record(2);
        register.call(() -> journal.accept("till-01", 2, null, taken));
        byte[] again = new SaleBuilder()
                .transactionId(UUID.fromString("00000000-0000-4000-8000-0000000000aa"))
                .line("apples", 345)
                .record(3);
        Map<String, String> before = AllTables.read(database);
        Throwable thrown = register.call(() -> catchThrowable(() -> journal.accept("till-01", 3, null, again)));
        assertThat(thrown).isInstanceOf(Refused.class);
        assertThat(((Refused) thrown).code()).isEqualTo(ProblemCode.TRANSACTION_CONFLICT);
        Map<String, String> after = AllTables.read(database);
        assertThat(after.remove("refused_record")).isNotEqualTo(before.remove("refused_record"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    @Order(3)
    void aRepeatIsKnownAsOneInsideTheContainerToo() throws Exception {
        byte[] record = new SaleBuilder().line("milk", 1000).record(4);
        AcceptedRecord first = register.call(() -> journal.accept("till-01", 4, null, record));
        Map<String, String> before = AllTables.read(database);
        AcceptedRecord again = register.call(() -> journal.accept("till-01", 4, null, record));
        assertThat(again.isRepeat()).isTrue();
        assertThat(again.acceptance()).isEqualTo(first.acceptance());
        assertThat(AllTables.read(database)).isEqualTo(before);
    }

    @Test
    @Order(4)
    void stockMovesOnlyAsPartOfALargerWork() throws Exception {
        List<StockMovement> one = List.of(
                new StockMovement(UUID.randomUUID(), 1, TestShop.STORE, "milk", StockMovement.Reason.SALE, -1000));
        Map<String, String> before = AllTables.read(database);
        assertThat(register.call(() -> catchThrowable(() -> stock.enter(one))))
                .isInstanceOf(EJBTransactionRequiredException.class);
        assertThat(AllTables.read(database)).isEqualTo(before);

        long level = onHand("milk");
        register.callInTransaction(() -> {
            stock.enter(one);
            stock.moveLevels(one);
            return true;
        });
        assertThat(onHand("milk")).isEqualTo(level - 1000);
        assertThat(manager.call(() -> stock.itemsOutOfBalance(TestShop.STORE))).isEmpty();
    }

    private long onHand(String itemId) {
        return register.call(() -> stock.onHandMilli(TestShop.STORE, itemId));
    }

    /**
     * A sale that says all there is to say: several lines, so that "the second row" means something; discounts, single taxes
     * and modifiers on each, and cash to the nearest coin. The ghost is what makes the totals disputed.
     */
    private static byte[] sale() {
        SaleMessage plain = new SaleBuilder()
                .line("milk", 2000)
                .overridden("apples", 345, 990_000)
                .line("ghost", 1000)
                .sale();
        List<SaleMessage.Tender> tenders = new ArrayList<>(plain.tenders());
        tenders.add(new SaleMessage.Tender("CASH", 1L, null));
        SaleMessage sale = new SaleMessage(
                plain.transactionId(),
                plain.storeId(),
                plain.tillSessionId(),
                plain.operatorId(),
                plain.businessDay(),
                plain.begunAt(),
                plain.endedAt(),
                plain.currency(),
                plain.lines().stream().map(BookingIT::detailed).toList(),
                plain.taxLines(),
                tenders,
                plain.netMinor(),
                plain.taxMinor(),
                plain.totalMinor(),
                null,
                null,
                List.of(new SaleMessage.TaxSum("R", "PERCENT", 70_000L, true, plain.netMinor(), plain.taxMinor())),
                null,
                1L);
        return SaleBuilder.record(TestShop.TILL, 1, 3, SaleBuilder.IN_PRICE, sale);
    }

    private static SaleMessage.Line detailed(SaleMessage.Line plain) {
        return new SaleMessage.Line(
                plain.number(),
                plain.itemId(),
                plain.description(),
                plain.quantityMilli(),
                plain.unitPriceMicro(),
                plain.extendedMinor(),
                plain.netMinor(),
                plain.taxMinor(),
                plain.taxRateId(),
                plain.override(),
                plain.extendedMinor() + 3,
                List.of(new SaleMessage.Discount("PROMOTION", "p-1", 1L), new SaleMessage.Discount("LINE", "d-1", 2L)),
                List.of(new SaleMessage.LineTax("R", plain.netMinor(), plain.taxMinor())),
                List.of(new CartMessage.Modifier("top", "oat", 1L), new CartMessage.Modifier("top", "soy", 1L)),
                null,
                "EAT_IN",
                null,
                null,
                null);
    }

    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("journal_record", "true");
        steps.put("retail_transaction", "true");
        steps.put("line_item", "new.number = 2");
        steps.put("line_detail", "new.line_number = 2");
        steps.put("line_discount", "new.line_number = 2 and new.number = 2");
        steps.put("line_tax", "new.line_number = 2");
        steps.put("line_modifier", "new.line_number = 2 and new.number = 2");
        steps.put("cash_rounding", "true");
        steps.put("tax_line", "true");
        steps.put("tender_line", "new.number = 2");
        steps.put("stock_entry", "new.line_number = 2");
        steps.put("stock_level", "new.item_id = 'milk'");
        steps.put("till_entry", "new.number = 2");
        steps.put("journal_entry", "true");
        steps.put("posting", "new.number = 2");
        steps.put("audit_entry", "new.action = 'PRICE_OVERRIDE'");
        steps.put("disputed_totals", "true");
        return steps;
    }

    private void plant(String table, String when) throws SQLException {
        change("create trigger planted_" + table + " before insert on " + table + " for each row begin if " + when
                + " then signal sqlstate '45000' set message_text = 'planted'; end if; end");
    }

    private void remove(String table) throws SQLException {
        change("drop trigger planted_" + table);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
