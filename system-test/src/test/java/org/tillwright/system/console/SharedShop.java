package org.tillwright.system.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.tillwright.system.ServerProcess;
import org.tillwright.system.TestPlace;
import org.tillwright.system.TestRegister;
import org.tillwright.wire.ConsoleSignInRequest;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.json.WireJson;

/**
 * The one server with the demo store that all page tests of a run share, because each start costs ten seconds. Its books
 * hold what other tests sold: count from where you began, never from zero, and give back what you change.
 */
public final class SharedShop implements AutoCloseable {

    private static final String PLACE = "console";
    private static final String TILL = "till-01";
    private static final String CASHIER = "cashier-1";

    private final ServerProcess server;
    private final FirstStart firstStart;
    private final ShopTill till;

    private SharedShop(ServerProcess server, FirstStart firstStart, ShopTill till) {
        this.server = server;
        this.firstStart = firstStart;
        this.till = till;
    }

    static SharedShop open() throws IOException, InterruptedException {
        Path directory = TestPlace.directory(PLACE);
        ServerProcess server = ServerProcess.startDemo(TestPlace.root(), directory);
        try {
            FirstStart firstStart = server.firstStart();
            ShopTill till = ShopTill.enrol(new TestRegister(server.address()), codeFor(firstStart, TILL), CASHIER);
            return new SharedShop(server, firstStart, till);
        } catch (IOException | InterruptedException | AssertionError e) {
            server.close();
            throw e;
        }
    }

    public URI address() {
        return server.address();
    }

    /** The enrolled till-01; its sales are real, and booked when the call returns. */
    public ShopTill till() {
        return till;
    }

    public String pinOf(String operatorNumber) {
        return firstStart.pins().stream()
                .filter(pin -> pin.operatorNumber().equals(operatorNumber))
                .findFirst()
                .orElseThrow()
                .pin();
    }

    /** The console password that the first start made; only managers have one. */
    public String passwordOf(String operatorNumber) {
        return firstStart.consolePasswords().stream()
                .filter(password -> password.operatorNumber().equals(operatorNumber))
                .findFirst()
                .orElseThrow()
                .password();
    }

    /** The enrolment code that the first start made for a workstation; till-01 has used its own. */
    public String codeFor(String workstationId) {
        return codeFor(firstStart, workstationId);
    }

    @Override
    public void close() throws IOException {
        server.close();
        TestPlace.delete(PLACE);
    }

    private static String codeFor(FirstStart firstStart, String workstationId) {
        return firstStart.codes().stream()
                .filter(code -> code.workstationId().equals(workstationId))
                .findFirst()
                .orElseThrow()
                .code();
    }

    /** Ends the session of a {@link #consoleToken}; the server ends its open pages in the next seconds. */
    void signOut(String consoleToken) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address().resolve("api/v1/console-sessions"))
                .header("Authorization", "Bearer " + consoleToken)
                .DELETE()
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 204) {
            throw new IOException("A console session was not ended: " + status);
        }
    }

    /** A session of the console begun by a program, as the word in its cookie. */
    String consoleToken(String number) throws IOException, InterruptedException {
        byte[] request = WireJson.write(new ConsoleSignInRequest(number, passwordOf(number)));
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address().resolve("api/v1/console-sessions"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("Operator " + number + " was not let in: " + answer.statusCode());
        }
        return WireJson.read(answer.body(), SignOnAnswer.class).token();
    }
}
