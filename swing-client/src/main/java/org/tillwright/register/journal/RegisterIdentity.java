package org.tillwright.register.journal;

import java.sql.SQLException;

/** Who this register is, as the server told it when it enrolled. */
public record RegisterIdentity(String workstationId, String workstationName, String storeId, String storeName) {

    /** Inside a transaction. */
    void write(JournalSql sql) throws SQLException {
        sql.setMeta("workstation-id", workstationId);
        sql.setMeta("workstation-name", workstationName);
        sql.setMeta("store-id", storeId);
        sql.setMeta("store-name", storeName);
    }
}
