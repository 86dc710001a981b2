package org.tillwright.system.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tillwright.system.TestRegister;
import org.tillwright.wire.TillTotals;

/** The large shape: the enterprise archive on Payara Server, with a database that the server did not start. */
class PayaraServerTest extends StoreServerSuite {

    private PayaraServer payara;

    @Override
    Shape start(Path place) throws IOException {
        assumeTrue(PayaraServer.isInstalled(), "Payara Server is not unpacked under target: skipped");
        payara = PayaraServer.start(place);
        return payara;
    }

    @Override
    Connection connect() throws SQLException {
        return payara.database().connect();
    }

    @Test
    @Order(20)
    void aDomainThatWasStoppedServesAgainWhenItIsStarted() throws Exception {
        TillTotals before = till().totals();
        payara.restartDomain();
        assertThat(till().totals()).isEqualTo(before);
        assertThat(Programs.listeners(payara.programs()))
                .as("also after the first start")
                .allMatch(address -> address.contains("127.0.0.1"));
    }

    /** An application server seldom has one application: ours need not stand at the root of the host. */
    @Test
    @Order(21)
    void underAnotherContextRootEverythingIsFoundThere() throws Exception {
        payara.moveTo("/till");
        assertThat(payara.address().getPath()).isEqualTo("/till/");
        assertThat(get("api/v1/").statusCode()).isEqualTo(200);
        assertThat(get("").body()).contains("front.css");
        assertThat(get("front.css").statusCode()).isEqualTo(200);
        TestRegister.Answer snapshot = new TestRegister(payara.address()).send("GET", "/api/v1/snapshot", null, null);
        assertThat(snapshot.status()).isEqualTo(401);
        assertThat(snapshot.problem().code()).isEqualTo("TOKEN_REFUSED");
        assertThat(get("api/v1/there-is-nothing").body()).contains("\"code\":\"NOT_FOUND\"");
        anyoneMayAskWhoItIsAndWhetherItIsWell();
        aManagerSignsInAtTheConsoleAndSeesTheSale();
    }
}
