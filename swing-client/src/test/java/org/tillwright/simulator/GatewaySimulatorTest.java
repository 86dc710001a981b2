package org.tillwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tillwright.simulator.GatewayEvents.Manner;
import org.tillwright.simulator.PaymentSimulator.Mode;

/** The gateway keeps its own contract, asked as a stranger's program would. */
@Timeout(60)
class GatewaySimulatorTest {

    private static final String KEY = GatewaySimulator.Account.SAMPLE.key();

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<JsonObject> told = new LinkedBlockingQueue<>();
    private final List<String> signatures = new ArrayList<>();
    private final UUID id = UUID.randomUUID();
    private HttpServer shop;
    private GatewaySimulator gateway;

    @BeforeEach
    void open() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        shop.createContext("/", exchange -> {
            try (exchange) {
                signatures.add(exchange.getRequestHeaders().getFirst("Gateway-Signature"));
                told.add(json(exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        shop.start();
        URI events = URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + "/events");
        gateway = GatewaySimulator.open(new GatewaySimulator.Account(0, KEY, "s3cret", events), Mode.ASK, text -> {});
    }

    @AfterEach
    void close() {
        gateway.close();
        shop.stop(0);
    }

    private static JsonObject json(byte[] bytes) {
        return Json.createReader(new ByteArrayInputStream(bytes)).readObject();
    }

    private HttpResponse<byte[]> ask(String method, String path, String body, String key) throws Exception {
        return client.send(
                HttpRequest.newBuilder(gateway.address().resolve(path))
                        .header("Authorization", "Bearer " + key)
                        .header("Idempotency-Key", id.toString())
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonObject standing(String method, String path, String body) throws Exception {
        HttpResponse<byte[]> answer = ask(method, path, body, KEY);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer.body());
    }

    private String payment(long minor) {
        return "{\"paymentId\":\"" + id + "\",\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}";
    }

    private JsonObject event() throws InterruptedException {
        JsonObject event = told.poll(20, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event.getJsonObject("payment");
    }

    @Test
    void aPaymentWaitsIsPaidAndIsTold() throws Exception {
        JsonObject begun = standing("POST", "/payments", payment(890));
        assertThat(begun.getString("state")).isEqualTo("WAITING");
        assertThat(begun.getString("qr")).isEqualTo(GatewaySimulator.CODE_PREFIX + id);
        gateway.approve();
        assertThat(event().getString("state")).isEqualTo("PAID");
        assertThat(standing("GET", "/payments/" + id, "")).isEqualTo(standing("POST", "/payments", payment(890)));
        assertThat(gateway.movedMinor()).isEqualTo(890);
        assertThat(ask("POST", "/payments", payment(891), KEY).statusCode()).isEqualTo(409);
        assertThat(ask("GET", "/payments/" + id, "", "guessed").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsStoppedBeforeItComesIsGone() throws Exception {
        assertThat(ask("POST", "/payments/" + id + "/cancel", "", KEY).statusCode())
                .isEqualTo(404);
        assertThat(ask("POST", "/payments", payment(890), KEY).statusCode()).isEqualTo(410);
        assertThat(ask("POST", "/payments", "nonsense", KEY).statusCode()).isEqualTo(400);
        assertThat(gateway.begun()).isZero();
    }

    @Test
    void noMoreGoesBackThanWasPaid() throws Exception {
        String wanted = payment(890).replace("}", ",\"customerCode\":\"123\"}");
        String reference = standing("POST", "/payments", wanted).getString("reference");
        UUID refund = UUID.randomUUID();
        String back = payment(891)
                .replace(id.toString(), refund.toString())
                .replace("}", ",\"reference\":\"" + reference + "\"}");
        HttpResponse<byte[]> tooMuch = client.send(
                HttpRequest.newBuilder(gateway.address().resolve("/refunds"))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Idempotency-Key", refund.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(back))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(gateway.movedMinor()).isEqualTo(890);
    }

    @Test
    void eventsGoWrongAsTheyAreAskedTo() throws Exception {
        gateway.events().setManner(Manner.OUT_OF_ORDER);
        standing("POST", "/payments", payment(890));
        gateway.approve();
        assertThat(event().getString("state")).isEqualTo("PAID");
        assertThat(event().getString("state")).isEqualTo("WAITING");
        gateway.events().setManner(Manner.TWICE);
        UUID other = UUID.randomUUID();
        client.send(
                HttpRequest.newBuilder(gateway.address().resolve("/payments"))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Idempotency-Key", other.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(payment(5).replace(id.toString(), other.toString())))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        gateway.expire();
        assertThat(event()).isEqualTo(event());
        assertThat(signatures).allMatch(signature -> signature.matches("[0-9a-f]{64}"));
    }

    @Test
    void aGatewayThatSaysNothingPaysAllTheSame() {
        gateway.setMode(Mode.SILENT);
        String wanted = payment(890).replace("}", ",\"customerCode\":\"123\"}");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ask("POST", "/payments", wanted, KEY));
        assertThat(gateway.movedMinor()).isEqualTo(890);
    }

    @Test
    void whatIsOnlyForTheShopIsInNoText() {
        assertThat(GatewaySimulator.Account.SAMPLE.toString()).doesNotContain(KEY);
    }
}
