package org.tillwright.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Has a connection learn the database's collation before it makes tables. A connection keeps the one that it found when it
 * was opened; one that another program's first migration overtook would make tables whose ids compare otherwise.
 */
final class FreshDefaults implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            String name = connection.getCatalog().replace("`", "``");
            statement.execute("use information_schema"); // to the database that it is in already it would not go
            statement.execute("use `" + name + "`");
        } catch (SQLException e) {
            throw new FlywayException(e.getMessage(), e);
        }
    }

    @Override
    public String getCallbackName() {
        return "fresh defaults";
    }
}
