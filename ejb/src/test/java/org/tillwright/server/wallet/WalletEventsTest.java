package org.tillwright.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;

/** What the gateway tells by itself, and what somebody else pretends that it told. */
class WalletEventsTest {

    private final UUID id = UUID.randomUUID();
    private WalletShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new WalletShop();
        shop.show(id, 890);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** By {@code printf '1772442000.{}' | openssl dgst -sha256 -hmac the-secret-of-both}. */
    @Test
    void theSignatureIsWhatAnyoneComputes() {
        assertThat(EventSignature.of("the-secret-of-both", "1772442000", "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("de1520b347be9ce00ffad8cec6201284efc9a6c244f5c809cba60f0ac2454829");
    }

    @Test
    void whatIsNotSignedByTheGatewayJustNowChangesNothing() {
        byte[] paid = WalletShop.event("e", shop.standing(id, 2, "PAID", 890, "G1"));
        String now = Long.toString(shop.shop.clock.instant().getEpochSecond());
        String good = EventSignature.of(ScriptedGateway.SECRET, now, paid);
        byte[] altered = WalletShop.event("e", shop.standing(id, 2, "PAID", 891, "G1"));
        String longAgo = Long.toString(shop.shop
                .clock
                .instant()
                .minus(EventSignature.WINDOW)
                .minusSeconds(1)
                .getEpochSecond());
        refused(null, good, paid);
        refused(now, null, paid);
        refused(now, "", paid);
        refused("yesterday", good, paid);
        refused(now, good, altered);
        refused(now, EventSignature.of("guessed", now, paid), paid);
        refused(now, good.replace(good.charAt(0), good.charAt(0) == '0' ? '1' : '0'), paid);
        refused(longAgo, EventSignature.of(ScriptedGateway.SECRET, longAgo, paid), paid);
        refused(longAgo, good, paid);
        assertThat(shop.state(id)).isEqualTo("WAITING");
        assertThat(shop.shop.database.count("wallet_event", "true")).isZero();
        shop.wallets.hear(now, good, paid);
        assertThat(shop.state(id)).isEqualTo("PAID");
    }

    @Test
    void clocksMayDifferByFiveMinutesEitherWay() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        for (long seconds : new long[] {-301, -300, -1, 0, 300, 301}) {
            String then = Long.toString(now.getEpochSecond() + seconds);
            String signature = EventSignature.of("secret", then, body);
            assertThat(EventSignature.isGood(List.of("secret"), then, signature, body, now))
                    .as("signed %d seconds from now", seconds)
                    .isEqualTo(Math.abs(seconds) <= 300);
        }
    }

    @Test
    void oneNumberOfAnEventDoesNotCarryAnother() {
        shop.tell("e-1", shop.standing(id, 2, "WAITING", 890, null));
        shop.tell("e-1", shop.standing(id, 3, "PAID", 890, "G1"));
        assertThat(shop.state(id)).as("known by its number before").isEqualTo("WAITING");
        shop.tell("e-2", shop.standing(id, 3, "PAID", 890, "G1"));
        assertThat(shop.state(id)).isEqualTo("PAID");
    }

    private void refused(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.wallets.hear(timestamp, signature, body))
                .satisfies(no -> assertThat(no.code()).isEqualTo(ProblemCode.SIGNATURE_REFUSED));
    }

    @Test
    void theSecretBeforeIsGoodWhileSecretsAreChangedOver() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        String at = Long.toString(now.getEpochSecond());
        List<String> both = List.of("new", "old");
        assertThat(EventSignature.isGood(both, at, EventSignature.of("old", at, body), body, now))
                .isTrue();
        assertThat(EventSignature.isGood(both, at, EventSignature.of("new", at, body), body, now))
                .isTrue();
        assertThat(EventSignature.isGood(both, at, EventSignature.of("older", at, body), body, now))
                .isFalse();
        assertThat(EventSignature.isGood(List.of(), at, EventSignature.of("new", at, body), body, now))
                .isFalse();
    }

    @Test
    void anEventThatIsNotCompleteIsRefusedByItsFields() {
        byte[] body = "{\"eventId\":\"e\"}".getBytes(StandardCharsets.UTF_8);
        String now = Long.toString(shop.shop.clock.instant().getEpochSecond());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.wallets.hear(now, EventSignature.of(ScriptedGateway.SECRET, now, body), body))
                .satisfies(no -> assertThat(no.code()).isEqualTo(ProblemCode.MALFORMED))
                .satisfies(no -> assertThat(no.faults()).isNotEmpty());
        byte[] long1 = new byte[WalletService.MAX_EVENT_BYTES + 1];
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.wallets.hear(now, "", long1))
                .satisfies(no -> assertThat(no.code()).isEqualTo(ProblemCode.TOO_LARGE));
    }

    @Test
    void theSameEventAgainChangesNothing() {
        shop.gateway.pay(id);
        JsonObject paid = shop.gateway.standing(id);
        shop.tell("e-1", paid);
        shop.tell("e-1", paid);
        shop.tell("e-2", paid);
        assertThat(shop.state(id)).isEqualTo("PAID");
        assertThat(shop.shop.database.count("wallet_event", "outcome = 'APPLIED'"))
                .isEqualTo(1);
        assertThat(shop.shop.database.count("wallet_event", "outcome = 'STALE'"))
                .isEqualTo(1);
        assertThat(shop.audited("WALLET_CONTRADICTION")).isZero();
    }

    @Test
    void theSameEventFromEightSidesAtOnceIsTakenOnce() throws Exception {
        shop.gateway.pay(id);
        JsonObject paid = shop.gateway.standing(id);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        CyclicBarrier start = new CyclicBarrier(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(pool.submit(() -> {
                    start.await();
                    shop.tell("e-1", paid);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(shop.shop.database.count("wallet_event", "true")).isEqualTo(1);
        assertThat(shop.shop.database.count("wallet_event", "outcome = 'APPLIED'"))
                .isEqualTo(1);
        assertThat(shop.state(id)).isEqualTo("PAID");
    }

    @Test
    void whatComesInTheWrongOrderEndsTheSame() {
        shop.tell("late", shop.standing(id, 3, "PAID", 890, "G1"));
        shop.tell("early", shop.standing(id, 2, "WAITING", 890, null));
        assertThat(shop.state(id)).isEqualTo("PAID");
        assertThat(shop.audited("WALLET_CONTRADICTION")).isZero();
    }

    @Test
    void anEndIsAnEndAndAnotherOneIsForAPerson() {
        shop.wallets.cancel(WalletShop.TILL, id);
        shop.tell("e", shop.standing(id, 9, "PAID", 890, "G1"));
        assertThat(shop.state(id)).isEqualTo("DECLINED");
        assertThat(shop.audited("WALLET_CONTRADICTION")).isEqualTo(1);
    }

    @Test
    void anotherAmountThanWasAskedForIsToldAsItIs() {
        shop.gateway.pay(id, 900);
        shop.tell(id);
        assertThat(shop.status(id).amountMinor()).isEqualTo(900);
    }

    @Test
    void anEventOfAPaymentThatNobodyAskedForIsTakenAndNoted() {
        UUID stranger = UUID.randomUUID();
        shop.tell("e", shop.standing(stranger, 2, "PAID", 890, "G1"));
        assertThat(shop.audited("WALLET_EVENT_UNKNOWN")).isEqualTo(1);
        assertThat(shop.shop.database.count("wallet_event", "outcome = 'UNKNOWN'"))
                .isEqualTo(1);
    }

    @Test
    void whatMakesNoSenseIsNotBelieved() {
        shop.tell("1", shop.standing(id, 2, "PAID", 890, null));
        shop.tell("2", shop.standing(id, 2, "PAYED", 890, "G1"));
        shop.tell("3", shop.standing(id, 2, "PAID", -890, "G1"));
        shop.tell("4", shop.standing(id, 0, "PAID", 890, "G1"));
        assertThat(shop.state(id)).isEqualTo("WAITING");
        assertThat(shop.audited("WALLET_CONTRADICTION")).isEqualTo(4);
    }

    @Test
    void eventsAreForgottenWhenTheyAreTooOldToBeToldAgain() {
        shop.gateway.pay(id);
        shop.tell(id);
        assertThat(shop.shop.get(WalletBooksService.class).forgetOld()).isZero();
        shop.shop.clock.advance(WalletBooksService.EVENTS_KEPT.plus(Duration.ofDays(1)));
        assertThat(shop.shop.get(WalletBooksService.class).forgetOld()).isEqualTo(1);
        assertThat(shop.state(id)).isEqualTo("PAID");
    }
}
