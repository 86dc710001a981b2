package org.tillwright.boot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {

    private static final String DATA =
            Path.of("target/settings-test").toAbsolutePath().toString();

    @Test
    void nothingSetMeansOurOwnDatabaseOnAFreePort() throws UnusableSettingsException {
        ServerSettings settings = ServerSettings.readForDatabase(Map.of("TILLWRIGHT_DATA", DATA));
        assertThat(settings.network().httpPort()).isEqualTo(8480);
        assertThat(settings.databasePort()).isZero();
        assertThat(settings.externalDatabase()).isEmpty();
        assertThat(settings.tuning()).isEqualTo(ServerSettings.Tuning.START);
        assertThat(settings.forServer()).isEmpty();
    }

    /** Else a shop that adds tax to its prices would take it out of them. */
    @Test
    void whereTaxStandsReachesTheServer() throws UnusableSettingsException {
        Map<String, String> asked = Map.of("TILLWRIGHT_DATA", DATA, "TILLWRIGHT_TAX_PLACEMENT", "ON_TOP");
        assertThat(ServerSettings.readForDatabase(asked).forServer())
                .containsEntry("TILLWRIGHT_TAX_PLACEMENT", "ON_TOP");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThatThrownBy(() -> ServerSettings.readForDatabase(Map.of(
                        "TILLWRIGHT_DATA", DATA,
                        "TILLWRIGHT_HTTP_PORT", "http",
                        "TILLWRIGHT_DB_URL", "jdbc:mariadb://127.0.0.1/shop",
                        "TILLWRIGHT_CURRENCY", "EURO",
                        "TILLWRIGHT_DEMO", "yes",
                        "TILLWRIGHT_TUNING", "fast")))
                .isInstanceOfSatisfying(UnusableSettingsException.class, unusable -> assertThat(unusable.faults())
                        .hasSize(5)
                        .anyMatch(fault -> fault.startsWith("TILLWRIGHT_HTTP_PORT is http;"))
                        .anyMatch(fault -> fault.startsWith("Set all three of TILLWRIGHT_DB_URL"))
                        .anyMatch(fault -> fault.startsWith("TILLWRIGHT_CURRENCY is EURO;"))
                        .anyMatch(fault -> fault.startsWith("TILLWRIGHT_DEMO is yes;"))
                        .anyMatch(fault -> fault.startsWith("TILLWRIGHT_TUNING is fast;")));
    }

    @Test
    void booksAreNeverKeptAmongTemporaryFiles() {
        String temporary = Path.of(System.getProperty("java.io.tmpdir"), "shop").toString();
        assertThatThrownBy(() -> ServerSettings.readForDatabase(Map.of("TILLWRIGHT_DATA", temporary)))
                .hasMessageContaining("directory for temporary files");
    }

    @Test
    void theDemoStoreMayLieAmongTemporaryFiles() throws UnusableSettingsException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "demo").toAbsolutePath();
        ServerSettings settings = ServerSettings.readForDatabase(
                Map.of("TILLWRIGHT_DATA", temporary.toString(), "TILLWRIGHT_DEMO", "true"));
        assertThat(settings.data()).isEqualTo(temporary);
    }

    @Test
    void anEmptyValueCountsAsAbsent() throws UnusableSettingsException {
        ServerSettings settings =
                ServerSettings.readForDatabase(Map.of("TILLWRIGHT_DATA", DATA, "TILLWRIGHT_HTTP_PORT", " "));
        assertThat(settings.network().httpPort()).isEqualTo(8480);
    }

    @Test
    void whoeverLooksAtTheDatabaseWaitsAsLongAsIsSet() throws UnusableSettingsException {
        ServerSettings settings = ServerSettings.readForDatabase(Map.of(
                "TILLWRIGHT_DATA", DATA,
                "TILLWRIGHT_DB_URL", "jdbc:mariadb://127.0.0.1/shop",
                "TILLWRIGHT_DB_USER", "shop",
                "TILLWRIGHT_DB_PASSWORD", "s3cret",
                "TILLWRIGHT_DB_CONNECT_SECONDS", "9"));
        assertThat(settings.externalDatabase().orElseThrow().connectSeconds()).isEqualTo(9);
    }

    @Test
    void aPasswordIsNotToldWithTheAddress() {
        assertThat(new DatabaseAddress("jdbc:mariadb://127.0.0.1/shop", "shop", "s3cret"))
                .hasToString("shop at jdbc:mariadb://127.0.0.1/shop");
    }
}
