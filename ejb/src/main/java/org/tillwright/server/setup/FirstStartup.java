package org.tillwright.server.setup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.tillwright.server.platform.ServerSettings;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.server.security.ConsoleAccessService;
import org.tillwright.server.security.OperatorService;
import org.tillwright.server.stores.EnrolmentService;
import org.tillwright.wire.EnrolmentCode;
import org.tillwright.wire.FirstStart;

/**
 * Fills an empty database, and makes the secrets that let the first people and registers in. One transaction; several
 * servers that start at once on one database take turns, and only the first finds anything to do.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@DenyAll
public class FirstStartup {

    private static final System.Logger LOG = System.getLogger(FirstStartup.class.getName());

    @Inject
    ServerSettings settings;

    @Inject
    PublicationService publications;

    @Inject
    EmptyDatabase database;

    @Inject
    OperatorService operators;

    @Inject
    ConsoleAccessService console;

    @Inject
    EnrolmentService enrolment;

    @PostConstruct
    void start() {
        publications.hold();
        if (!database.hasStore()) {
            fill();
        }
        if (database.hasStore()) {
            makeSecrets();
        }
    }

    private void fill() {
        if (settings.demo()) {
            new DemoStore(DemoStore.LOCATION).load(database);
            LOG.log(System.Logger.Level.INFO, "Loaded the demo store into an empty database");
        } else if (settings.newStore().isPresent()) {
            ServerSettings.NewStore store = settings.newStore().get();
            database.add(store, publications.publish("new store"));
            LOG.log(System.Logger.Level.INFO, "Made the store {0} in an empty database", store.name());
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The database has no store. Set TILLWRIGHT_STORE_NAME and its companions, or TILLWRIGHT_DEMO=true,"
                            + " and start again");
        }
    }

    /** A database of an earlier version has PINs and no password: then its managers get only that. */
    private void makeSecrets() {
        List<FirstStart.Pin> pins = operators.makeFirstPins();
        List<FirstStart.Password> passwords = console.makeFirstPasswords();
        if (pins.isEmpty() && passwords.isEmpty()) {
            return;
        }
        Map<String, EnrolmentCode> codes = pins.isEmpty() ? Map.of() : enrolment.makeFirstCodes();
        FirstStart secrets = new FirstStart(
                pins,
                codes.entrySet().stream()
                        .map(code -> new FirstStart.Code(
                                code.getKey(), code.getValue().code()))
                        .toList(),
                passwords);
        SecretFile.add(
                settings.firstStartFile()
                        .orElseThrow(() -> new IllegalStateException(
                                "TILLWRIGHT_FIRST_START_FILE or TILLWRIGHT_DATA must say where the first secrets go")),
                secrets);
        LOG.log(
                System.Logger.Level.INFO,
                "Wrote the first PINs, passwords and enrolment codes to the first-start file");
    }
}
