package org.tillwright.server.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;

/** How the console looks to each person. Read with the session, see {@link ConsoleSessions#find}. */
@Dependent
class ConsolePreferences {

    @Inject
    Sql sql;

    void setLanguage(String operatorId, String language) {
        sql.update(
                "insert into console_preference (operator_id, language) values (?, ?) on duplicate key update language = ?",
                operatorId,
                language,
                language);
    }

    void setTheme(String operatorId, @Nullable String theme) {
        sql.update(
                "insert into console_preference (operator_id, theme) values (?, ?) on duplicate key update theme = ?",
                operatorId,
                theme,
                theme);
    }

    void setStore(String operatorId, String storeId) {
        sql.update(
                "insert into console_preference (operator_id, store_id) values (?, ?) on duplicate key update store_id = ?",
                operatorId,
                storeId,
                storeId);
    }
}
