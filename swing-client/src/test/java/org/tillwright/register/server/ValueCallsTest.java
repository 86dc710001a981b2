package org.tillwright.register.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestServer;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.value.CustomersFound;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueBalance;

class ValueCallsTest {

    @TempDir
    Path directory;

    private final HttpClients clients = new HttpClients(Runnable::run, null);
    private TestServer remote;
    private ValueCalls values;
    private CustomerCalls customers;

    @BeforeEach
    void open() throws Exception {
        remote = new TestServer();
        RegisterKeys keys = RegisterKeys.open(new RegisterHome(directory), new SecureRandom());
        HttpServer server = new HttpServer(
                remote.address(), clients, keys, () -> Optional.of("till-01"), new TestClock(), UUID::randomUUID);
        values = new ValueCalls(() -> server);
        customers = new CustomerCalls(() -> server);
    }

    @AfterEach
    void close() {
        remote.close();
        clients.close();
    }

    @Test
    void aBalanceIsAskedForByKindAndNumberWhateverTheNumberLooksLike() {
        ValueBalance balance = new ValueBalance("ON_ACCOUNT", "a b/c", "EUR", 1L, 2L, "Kim");
        remote.answer(200, balance);
        assertThat(values.balance("ON_ACCOUNT", "a b/c")).isEqualTo(new Reply.Answered<>(balance));
        assertThat(remote.asked().get(0).path())
                .isIn("/api/v1/values/ON_ACCOUNT/a b/c", "/api/v1/values/ON_ACCOUNT/a%20b%2Fc");
    }

    @Test
    void anAuthorizationIsPutUnderItsOwnIdAndGivenUpUnderIt() {
        ValueAuthorizationRequest request = new ValueAuthorizationRequest(
                UUID.randomUUID(), "GIFT_CARD", "60064912", "EUR", 500L, UUID.randomUUID());
        ValueAuthorization granted = new ValueAuthorization(request.authorizationId(), 500L, 0L);
        remote.answer(200, granted);
        assertThat(values.authorize(request)).isEqualTo(new Reply.Answered<>(granted));
        remote.answer(204, "application/json", "");
        assertThat(values.release(request.authorizationId())).isEqualTo(new Reply.Answered<>(true));
        String path = "/api/v1/value-authorizations/" + request.authorizationId();
        assertThat(remote.asked()).extracting(TestServer.Asked::method).containsExactly("PUT", "DELETE");
        assertThat(remote.asked()).extracting(TestServer.Asked::path).containsOnly(path);
        assertThat(WireJson.read(remote.asked().get(0).body(), ValueAuthorizationRequest.class))
                .isEqualTo(request);
    }

    @Test
    void aRefusalIsSaidInTheRegistersOwnWordsAndSilenceIsNoAnswer() {
        Problem refused = Problem.of(422, "VALUE_REFUSED", "Too little.", List.of(new Fault("TOO_LITTLE", "")));
        assertThat(ProblemNotices.ofValue(refused)).isEqualTo(Notice.of("value.refused.too-little"));
        Problem later = Problem.of(422, "VALUE_REFUSED", "Never heard.", List.of(new Fault("SOMETHING_NEW", "")));
        assertThat(ProblemNotices.ofValue(later)).isEqualTo(Notice.of("server.says", "Never heard."));
        remote.hangUp();
        assertThat(values.balance("GIFT_CARD", "60064912")).isInstanceOf(Reply.Unreachable.class);
    }

    @Test
    void customersAreSearchedForByWhateverWasTyped() {
        CustomersFound nobody = new CustomersFound(List.of(), false);
        remote.answer(200, nobody);
        assertThat(customers.find("Søren & co")).isEqualTo(new Reply.Answered<>(nobody));
        remote.problem(404, "NOT_FOUND");
        assertThat(customers.get("c-1")).isInstanceOf(Reply.Refused.class);
    }
}
