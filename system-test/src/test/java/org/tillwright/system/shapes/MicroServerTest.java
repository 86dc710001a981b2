package org.tillwright.system.shapes;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The small shape: one archive on Payara Micro, with its own database. */
class MicroServerTest extends StoreServerSuite {

    private MicroServer micro;

    @Override
    Shape start(Path place) throws IOException {
        micro = MicroServer.start(place);
        return micro;
    }

    @Override
    Connection connect() throws SQLException, IOException {
        return micro.connect();
    }
}
