package org.tillwright.register.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.PaymentGateway;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletAnswer.Declined;
import org.tillwright.register.device.WalletAnswer.NotKnown;
import org.tillwright.register.device.WalletAnswer.Paid;
import org.tillwright.register.device.WalletAnswer.Reason;
import org.tillwright.register.device.WalletAnswer.Unclear;
import org.tillwright.register.device.WalletAnswer.Waiting;
import org.tillwright.register.device.WalletRefused;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestServer;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.wallet.WalletRefusal;
import org.tillwright.wire.wallet.WalletRequestMessage;
import org.tillwright.wire.wallet.WalletStateMessage;

/** Wallet payments as a register asks its server for them, over real HTTP. */
class ServerGatewayTest {

    private static final Money AMOUNT = new Money(Currency.of("EUR"), 890);

    @TempDir
    Path directory;

    private final UUID id = UUID.randomUUID();
    private final HttpClients clients = new HttpClients(Runnable::run, null);
    private TestServer remote;
    private PaymentGateway gateway;

    @BeforeEach
    void open() throws Exception {
        remote = new TestServer();
        RegisterKeys keys = RegisterKeys.open(new RegisterHome(directory), new SecureRandom());
        HttpServer server = new HttpServer(
                remote.address(), clients, keys, () -> Optional.of("till-01"), new TestClock(), UUID::randomUUID);
        gateway = new ServerGateway(() -> server);
    }

    @AfterEach
    void close() {
        remote.close();
        clients.close();
    }

    private WalletStateMessage state(String state, @Nullable String code, @Nullable String ref, @Nullable String why) {
        return new WalletStateMessage(id, state, 890L, "EUR", code, ref, why);
    }

    private WalletAnswer show() throws DeviceException {
        return gateway.ask(new WalletRequest.Show(id, AMOUNT));
    }

    @Test
    void aCodeIsShownThePaymentIsAskedAboutAndStopped() throws Exception {
        remote.answer(200, state("WAITING", "pay.example/1", null, null));
        assertThat(show()).isEqualTo(new Waiting("pay.example/1"));
        remote.answer(200, state("PAID", null, "W1", null));
        assertThat(gateway.status(id)).isEqualTo(new Paid(AMOUNT, "W1"));
        remote.answer(200, state("DECLINED", null, null, "CANCELLED"));
        assertThat(gateway.cancel(id)).isEqualTo(new Declined(Reason.CANCELLED));
        remote.answer(200, new WalletStateMessage(id, "NOT_KNOWN", null, null, null, null, null));
        assertThat(gateway.status(id)).isEqualTo(new NotKnown());
        assertThat(remote.asked()).extracting(TestServer.Asked::method).containsExactly("PUT", "GET", "DELETE", "GET");
        assertThat(remote.asked()).extracting(TestServer.Asked::path).containsOnly("/api/v1/wallet-payments/" + id);
    }

    @Test
    void whatTheCustomerShowedAndWhatGoesBackAreToldWhole() throws Exception {
        remote.answer(200, state("WAITING", null, null, null));
        assertThat(gateway.ask(new WalletRequest.Scan(id, AMOUNT, "28123"))).isEqualTo(new Waiting(""));
        remote.answer(200, state("PAID", null, "W2", null));
        gateway.ask(new WalletRequest.Refund(id, AMOUNT, "W1"));
        assertThat(remote.asked().stream().map(asked -> WireJson.read(asked.body(), WalletRequestMessage.class)))
                .containsExactly(
                        new WalletRequestMessage(id, "SCAN", 890L, "EUR", "28123", null),
                        new WalletRequestMessage(id, "REFUND", 890L, "EUR", null, "W1"));
    }

    @Test
    void anAnswerThatWasLostIsUnclear() throws Exception {
        remote.hangUp();
        assertThat(show()).isInstanceOf(Unclear.class);
        remote.problem(503, "DATABASE_AWAY");
        assertThat(show()).isInstanceOf(Unclear.class);
        remote.answer(200, state("UNCLEAR", null, null, null));
        assertThat(show()).isInstanceOf(Unclear.class);
    }

    @Test
    void anAnswerThatContradictsItselfIsUnclear() throws Exception {
        remote.answer(200, state("PAID", null, null, null));
        assertThat(show()).isInstanceOf(Unclear.class);
        remote.answer(200, new WalletStateMessage(UUID.randomUUID(), "PAID", 890L, "EUR", null, "W1", null));
        assertThat(show()).isInstanceOf(Unclear.class);
        remote.answer(200, state("LATER", null, null, null));
        assertThat(show()).isInstanceOf(Unclear.class);
    }

    @Test
    void whatTheServerRefusesCertainlyMovedNothing() {
        refused("UNREACHABLE", Trouble.NOT_ANSWERING);
        refused("NOT_TAKEN", Trouble.BUSY);
        refused("NOT_SET_UP", Trouble.NOT_ALLOWED);
        refused("TOO_MUCH_BACK", Trouble.NOT_UNDERSTOOD);
        remote.problem(401, "TOKEN_REFUSED");
        fails(Trouble.NOT_ALLOWED);
    }

    @ParameterizedTest
    @EnumSource(WalletRefusal.class)
    void whyTheServerRefusesIsSaidInWords(WalletRefusal why) {
        refuse(why.name());
        assertThatExceptionOfType(WalletRefused.class)
                .isThrownBy(this::show)
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why))
                .satisfies(refused -> assertThat(Texts.LANGUAGES)
                        .allMatch(language -> Texts.of(language).has(refused.textKey())));
    }

    @Test
    void aReasonOfANewerServerIsSaidInGeneral() {
        refuse("TOO_LATE_TODAY");
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(this::show)
                .satisfies(refused -> assertThat(refused.textKey()).isEqualTo("device.wallet.not-understood"));
    }

    private void refused(String reason, Trouble trouble) {
        refuse(reason);
        fails(trouble);
    }

    private void refuse(String reason) {
        Problem problem = Problem.of(422, "WALLET_REFUSED", "No.", List.of(new Fault(reason, "No.")));
        remote.answer(422, Problem.MEDIA_TYPE, new String(WireJson.write(problem), StandardCharsets.UTF_8));
    }

    private void fails(Trouble trouble) {
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(this::show)
                .satisfies(failure -> assertThat(failure.trouble()).isEqualTo(trouble));
    }

    @Test
    void withoutTheServerNothingWasAsked() {
        remote.close();
        fails(Trouble.ABSENT);
    }

    @Test
    void theSettingsNameTheServerAndNothingElse() throws Exception {
        DeviceUris server = DeviceUris.NONE.with(DeviceKind.WALLET, "server");
        remote.answer(200, state("PAID", null, "W1", null));
        try (Devices devices = Devices.open(server, gateway, failure -> {})) {
            assertThat(devices.wallet()
                            .orElseThrow()
                            .ask(wallet -> wallet.ask(new WalletRequest.Show(id, AMOUNT)))
                            .get(30, TimeUnit.SECONDS))
                    .isEqualTo(new Paid(AMOUNT, "W1"));
        }
        assertThat(Devices.faultsOf(server)).isEmpty();
        assertThat(Devices.faultsOf(DeviceUris.NONE.with(DeviceKind.WALLET, "plain+tcp:127.0.0.1:7070")))
                .singleElement()
                .asString()
                .contains("wallet = server");
        assertThat(Devices.faultsOf(DeviceUris.NONE.with(DeviceKind.WALLET, "server?fast=yes")))
                .hasSize(1);
    }
}
