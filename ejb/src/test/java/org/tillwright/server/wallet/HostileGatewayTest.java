package org.tillwright.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tillwright.server.TestShop;
import org.tillwright.server.platform.ServerSettings;
import org.tillwright.wire.wallet.WalletRequestMessage;
import org.tillwright.wire.wallet.WalletStateMessage;

/** A gateway that means harm: nothing of what it says is believed, and no caller waits longer for it than was said. */
@Timeout(120)
class HostileGatewayTest {

    /** Two attempts, and a machine that has other things to do. */
    private static final Duration LONGEST =
            GatewayClient.PATIENCE.multipliedBy(2).plusSeconds(20);

    private final UUID id = UUID.randomUUID();
    private final TestShop shop = new TestShop();
    private RawServer gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = new RawServer();
    }

    @AfterEach
    void close() throws IOException {
        gateway.close();
        shop.close();
    }

    private WalletStateMessage asked() {
        Map<String, String> settings = Map.of(
                "tillwright.wallet.url",
                "http://127.0.0.1:" + gateway.port(),
                "tillwright.wallet.key",
                "k",
                "tillwright.wallet.secret",
                "secret-of-both-sides");
        shop.wiring.bind(ServerSettings.class, ServerSettings.read(settings::get));
        shop.wiring.bind(WalletBooksService.class, shop.wiring.complete(new TransactionalWalletBooks(shop.database)));
        Instant begun = Instant.now();
        WalletStateMessage told = shop.get(WalletService.class)
                .ask(TestShop.TILL, new WalletRequestMessage(id, "SHOW", 890L, "EUR", null, null));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
        return told;
    }

    private String state() {
        return shop.database.text("select state from wallet_payment where payment_id = '" + id + "'");
    }

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private String standing(UUID about, String state, long minor, String currency) {
        return "{\"paymentId\":\"" + about + "\",\"version\":2,\"state\":\"" + state + "\",\"amountMinor\":" + minor
                + ",\"currency\":\"" + currency + "\",\"reference\":\"G1\"}";
    }

    @Test
    void anAnswerThatTricklesForEverHoldsNobody() {
        gateway.answer = out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!gateway.closing.await(100, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        };
        assertThat(asked().state()).isEqualTo("UNCLEAR");
        assertThat(state()).isEqualTo("ASKED");
    }

    @Test
    void headersThatNeverEndHoldNobody() {
        gateway.answer = out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!gateway.closing.await(100, TimeUnit.MILLISECONDS)) {
                out.write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        };
        assertThat(asked().state()).isEqualTo("UNCLEAR");
    }

    @Test
    void anAnswerWithoutAnEndIsHungUpOn() {
        gateway.answer = out -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String chunk = "10000\r\n" + "[".repeat(0x10000) + "\r\n";
            while (gateway.closing.getCount() > 0) {
                out.write(chunk.getBytes(StandardCharsets.US_ASCII));
            }
        };
        assertThat(asked().state()).isEqualTo("UNCLEAR");
        assertThat(gateway.hungUp).as("each attempt was ended by the server").isNotEmpty();
    }

    @Test
    void aRedirectIsNotFollowedWithTheKey() throws Exception {
        try (RawServer elsewhere = new RawServer()) {
            elsewhere.answer =
                    out -> out.write(ok(standing(id, "PAID", 890, "EUR")).getBytes(StandardCharsets.US_ASCII));
            gateway.answer = out -> out.write(("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:"
                            + elsewhere.port() + "/payments\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(asked().state()).isEqualTo("UNCLEAR");
            assertThat(elsewhere.callers).hasValue(0);
            assertThat(state()).isEqualTo("ASKED");
        }
    }

    @Test
    void whatIsSaidOfAnotherPaymentOrAnotherCurrencyOrLessThanNothingPaysNothing() {
        for (String body : List.of(
                standing(UUID.randomUUID(), "PAID", 890, "EUR"),
                standing(id, "PAID", 890, "DKK"),
                standing(id, "PAID", -890, "EUR"),
                standing(id, "PAID", 0, "EUR"),
                standing(id, "PAID", 890, "EUR").replace("890", "8.9"),
                standing(id, "PAID", 890, "EUR").replace("890", "99999999999999999999"),
                standing(id, "STOLEN", 890, "EUR"),
                "[".repeat(30_000),
                "{\"paymentId\":\"" + id + "\"}")) {
            gateway.answer = out -> out.write(ok(body).getBytes(StandardCharsets.US_ASCII));
            assertThat(asked().state())
                    .as(body.substring(0, Math.min(100, body.length())))
                    .isNotEqualTo("PAID");
            assertThat(state()).isNotEqualTo("PAID");
        }
    }

    /** Writes whatever it was told to each caller, after the end of the caller's headers. */
    private static final class RawServer implements AutoCloseable {

        private final ServerSocket door;
        private final CountDownLatch closing = new CountDownLatch(1);
        private final List<String> hungUp = new CopyOnWriteArrayList<>();
        private volatile Words answer = out -> {};
        private final AtomicInteger callers = new AtomicInteger();

        RawServer() throws IOException {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve, "hostile gateway");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return door.getLocalPort();
        }

        private void serve() {
            while (!door.isClosed()) {
                try {
                    Socket caller = door.accept();
                    callers.incrementAndGet();
                    Thread thread = new Thread(() -> speak(caller), "hostile answer");
                    thread.setDaemon(true);
                    thread.start();
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void speak(Socket caller) {
            try (caller) {
                byte[] request = new byte[8192];
                if (caller.getInputStream().read(request) > 0) {
                    answer.to(caller.getOutputStream());
                    caller.getOutputStream().flush();
                }
            } catch (IOException e) {
                hungUp.add(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws IOException {
            closing.countDown();
            door.close();
        }
    }

    /** What a gateway writes. */
    @FunctionalInterface
    private interface Words {
        void to(OutputStream out) throws IOException, InterruptedException;
    }
}
