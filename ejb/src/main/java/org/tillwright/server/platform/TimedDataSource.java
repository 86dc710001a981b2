package org.tillwright.server.platform;

import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mariadb.jdbc.MariaDbDataSource;
import org.tillwright.core.settings.Setting;
import org.tillwright.core.settings.SettingValues;
import org.tillwright.sql.DatabaseUrl;

/**
 * The database with a limit to every wait. Without one, a database that is frozen keeps each caller for ever, until no thread
 * is left to say so. The container makes this by its name; an address that sets its own limits keeps them.
 */
public class TimedDataSource extends MariaDbDataSource {

    @Override
    public void setUrl(String url) throws SQLException {
        SettingValues settings = settings();
        super.setUrl(DatabaseUrl.limited(
                url, settings.number(Setting.DB_CONNECT_SECONDS), settings.number(Setting.DB_ANSWER_SECONDS)));
    }

    /** The same database with other limits, for whoever must know soon; nobody waits longer than this for anything. */
    static MariaDbDataSource within(int seconds) throws SQLException {
        return source(DatabaseUrl.limited(settings().text(Setting.DB_URL), seconds, seconds));
    }

    /** The same database for work whose length nobody knows: a migration of a large table may take an hour. */
    static MariaDbDataSource forAsLongAsItTakes() throws SQLException {
        return source(settings().text(Setting.DB_URL));
    }

    private static MariaDbDataSource source(String url) throws SQLException {
        var source = new MariaDbDataSource(url);
        source.setUser(settings().text(Setting.DB_USER));
        source.setPassword(settings().text(Setting.DB_PASSWORD));
        return source;
    }

    private static SettingValues settings() {
        Config config = ConfigProvider.getConfig();
        return new SettingValues(
                setting -> config.getOptionalValue(setting.key(), String.class).orElse(null));
    }
}
