package org.tillwright.system.shapes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.tillwright.system.ServerProcess;
import org.tillwright.system.TestPlace;
import org.tillwright.wire.FirstStart;

/** The one archive on Payara Micro with its own database, as {@code ./pos serve} runs it. */
final class MicroServer implements Shape {

    private final Path place;
    private ServerProcess server;

    private MicroServer(Path place, ServerProcess server) {
        this.place = place;
        this.server = server;
    }

    static MicroServer start(Path place) throws IOException {
        return new MicroServer(place, ServerProcess.startDemo(TestPlace.root(), place));
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public FirstStart firstStart() throws IOException {
        return server.firstStart();
    }

    @Override
    public List<ProcessHandle> programs() {
        ProcessHandle starter = ProcessHandle.of(server.pid()).orElseThrow();
        return Stream.concat(Stream.of(starter), starter.descendants()).toList();
    }

    @Override
    public String log() throws IOException {
        return Files.readString(place.resolve("logs/server.0.log"));
    }

    /** The embedded database, with the account that the server has there. */
    Connection connect() throws SQLException, IOException {
        Path database = place.resolve("db");
        return DriverManager.getConnection(
                Files.readString(database.resolve("running")).strip(),
                "tillwright",
                Files.readString(database.resolve("password")).strip());
    }

    @Override
    public void renew() throws IOException {
        int port = server.address().getPort();
        server.close();
        server = ServerProcess.startDemo(TestPlace.root(), place, port);
    }

    @Override
    public void close() throws IOException {
        server.close();
        TestPlace.delete(place.getFileName().toString());
    }
}
