package org.tillwright.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.TestShop;

class SqlTest {

    private static final String LEVEL =
            "update stock_level set on_hand_milli = on_hand_milli + ? where item_id = 'milk'";

    private final TestShop shop = new TestShop();
    private final Sql sql = shop.get(Sql.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    /** MariaDB does so by default from 11.8 on; 11.4 when it is told to. */
    @Test
    void aLevelThatMovedSinceTheFirstReadIsTriedAgainAndNotAServerFault() {
        shop.database.tamper("insert into stock_level values ('shop', 'milk', 0)");
        assertThatThrownBy(() -> shop.inTransaction(() -> {
                    sql.update("set session innodb_snapshot_isolation = on");
                    sql.query("select on_hand_milli from stock_level", row -> row.number(1));
                    shop.database.tamper("update stock_level set on_hand_milli = 5000");
                    return sql.update(LEVEL, 1000);
                }))
                .isInstanceOf(Contention.class);
        assertThat(shop.inTransaction(() -> sql.update(LEVEL, 1000))).isEqualTo(1);
        assertThat(shop.database.number("select on_hand_milli from stock_level"))
                .isEqualTo(6000);
    }

    /** Without a limit it would take the patience of whoever asked, and a processor of the database. */
    @Test
    void aQueryThatTakesTooLongIsEndedByTheDatabase() {
        assertThatThrownBy(() -> shop.inTransaction(() -> sql.queryWithin(
                        1,
                        "select sum(a.seq * b.seq) from seq_1_to_1000000 a, seq_1_to_1000000 b",
                        row -> row.number(1))))
                .isInstanceOf(TookTooLong.class);
        assertThat(shop.inTransaction(() -> sql.queryWithin(1, "select 7", row -> row.number(1))))
                .containsExactly(7L);
    }

    @Test
    void twoIdsThatDifferInABlankAtTheirEndAreTwo() {
        shop.database.tamper("insert into department values ('fish', 1, 1), ('fish ', 2, 2)");
        assertThat(shop.database.count("department", "department_id = 'fish'")).isEqualTo(1);
    }
}
