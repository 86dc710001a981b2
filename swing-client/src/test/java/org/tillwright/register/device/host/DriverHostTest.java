package org.tillwright.register.device.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;

/** A real child process that crashes, hangs, falls silent and talks nonsense. */
@Timeout(120)
class DriverHostTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final DriverHost host = new DriverHost(HostCommand.of(UnrulyHost.class), () -> true);

    @AfterEach
    void close() {
        host.close();
    }

    private DriverChannel channel(String argument) throws IOException {
        return host.channel("unruly", argument, PATIENCE);
    }

    private void assertBack() throws IOException {
        try (DriverChannel channel = channel("again")) {
            assertThat(channel.call("x", PATIENCE)).isEqualTo("again:x");
        }
    }

    private static void assertLost(ThrowingCall call) {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(call::call)
                .returns(Trouble.DRIVER_LOST, LineException::trouble)
                .returns(true, LineException::mayBeDone);
    }

    private interface ThrowingCall {
        void call() throws IOException;
    }

    @Test
    void aHostThatNobodyNeedsIsNotStarted() {
        assertThat(host.health().pid()).isZero();
    }

    @Test
    void aDriverAnswersAndItsRefusalsKeepTheirName() throws IOException {
        try (DriverChannel channel = channel("a driver's name")) {
            assertThat(channel.call("ask", PATIENCE)).isEqualTo("a driver's name:ask");
            assertThat(channel.call("print", PATIENCE)).isEqualTo("a driver's name:print");
            assertThat(channel.call("talk", PATIENCE)).isEqualTo("a driver's name:talk");
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> channel.call("refuse", PATIENCE))
                    .returns(Trouble.PAPER_OUT, LineException::trouble)
                    .withMessage("no paper");
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> channel.call("bug", PATIENCE))
                    .returns(Trouble.NOT_ANSWERING, LineException::trouble)
                    .withMessageContaining("a driver's bug");
            assertThat(channel.call("ask", PATIENCE)).isEqualTo("a driver's name:ask");
        }
        assertThat(host.health().restarts()).isZero();
    }

    @Test
    void aDriverThatDoesNotExistIsToldOf() {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> host.channel("nobody", "", PATIENCE))
                .withMessageContaining("nobody");
    }

    @Test
    void aCrashIsToldToWhoWaitsAndTheHostIsBack() throws IOException {
        AtomicInteger told = new AtomicInteger();
        host.onLoss(told::incrementAndGet);
        try (DriverChannel channel = channel("crash");
                DriverChannel bystander = channel("bystander")) {
            assertLost(() -> channel.call("crash", PATIENCE));
            assertLost(() -> bystander.event(PATIENCE));
            assertLost(() -> channel.call("x", PATIENCE));
        }
        assertBack();
        assertThat(told).as("told by itself, not when somebody asks").hasValue(1);
        assertThat(host.health().ends()).containsOnlyKeys(EndCause.CRASHED);
        assertThat(host.health().lastRestart()).isPositive();
    }

    /** Whoever hears of it may have a bug; the devices come back all the same. */
    @Test
    void aHostIsBackAlsoWhenWhoHearsOfItFails() throws IOException, InterruptedException {
        host.onLoss(() -> {
            throw new IllegalStateException("a listener's bug");
        });
        for (int i = 0; i < 2; i++) {
            channel("killed");
            long killed = host.health().pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            awaitAnother(killed);
            assertBack();
        }
        assertThat(host.health().restarts()).isEqualTo(2);
    }

    @Test
    void whoWaitsForADriverWhenTheRegisterEndsIsToldAtOnce() throws Exception {
        try (DriverChannel hanging = channel("hanging")) {
            CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(() -> {
                try {
                    hanging.call("hang", PATIENCE.multipliedBy(6));
                    return new AssertionError("it answered");
                } catch (IOException e) {
                    return e;
                }
            });
            assertThat(host.channel("unruly", "other", PATIENCE).call("x", PATIENCE))
                    .isEqualTo("other:x");
            host.close();
            assertThat(failure.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(LineException.class, told -> assertThat(told.trouble())
                            .isIn(Trouble.CLOSED, Trouble.DRIVER_LOST));
        }
    }

    @Test
    void aHostThatWasKilledIsStartedAgainWithoutBeingAsked() throws IOException, InterruptedException {
        DriverChannel channel = channel("killed");
        long killed = host.health().pid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        assertLost(() -> channel.event(PATIENCE));
        awaitAnother(killed);
        assertBack();
    }

    @Test
    void aHostThatWasStoppedIsEndedAndStartedAgain() throws IOException, InterruptedException {
        DriverChannel channel = channel("stopped");
        long stopped = host.health().pid();
        signal("STOP", stopped);
        long begun = System.nanoTime();
        assertLost(() -> channel.call("x", PATIENCE));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
        awaitAnother(stopped);
        assertBack();
        assertThat(host.health().ends()).containsOnlyKeys(EndCause.SILENT);
    }

    private void awaitAnother(long before) throws InterruptedException {
        CompletableFuture<Void> gone = ProcessHandle.of(before)
                .map(process -> process.onExit().thenAccept(ended -> {}))
                .orElse(CompletableFuture.completedFuture(null));
        gone.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while ((host.health().pid() == 0 || host.health().pid() == before) && System.nanoTime() < deadline) {
            Thread.sleep(5); // asks until it is so, and fails when it never is
        }
        assertThat(host.health().pid()).isNotIn(0L, before);
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void aDriverThatHangsHoldsUpNoOtherAndIsEndedAfterItsPatience() throws Exception {
        try (DriverChannel hanging = channel("hanging");
                DriverChannel other = channel("other")) {
            CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(() -> failureOf(hanging));
            for (int i = 0; i < 100; i++) {
                assertThat(other.call("x", PATIENCE)).isEqualTo("other:x");
            }
            assertThat(failure.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(LineException.class, told -> assertThat(told.trouble())
                            .isEqualTo(Trouble.DRIVER_LOST));
            assertLost(() -> other.call("x", PATIENCE));
        }
        assertBack();
        assertThat(host.health().ends()).containsOnlyKeys(EndCause.HUNG);
    }

    private static Throwable failureOf(DriverChannel hanging) {
        try {
            hanging.call("hang", Duration.ofSeconds(2));
            return new AssertionError("it answered");
        } catch (IOException e) {
            return e;
        }
    }

    @Test
    void whileACardIsPaidWithNoHangingDriverEndsTheHost() throws IOException {
        try (DriverHost spared = new DriverHost(HostCommand.of(UnrulyHost.class), () -> false);
                DriverChannel card = spared.channel("unruly", "card", PATIENCE);
                DriverChannel hanging = spared.channel("unruly", "hanging", PATIENCE)) {
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> hanging.call("hang", SHORT))
                    .returns(Trouble.NOT_ANSWERING, LineException::trouble);
            assertThat(card.call("pay", PATIENCE)).isEqualTo("card:pay");
            assertThat(spared.freeStuckPort()).isFalse();
            assertThat(spared.health().restarts()).isZero();
        }
    }

    @Test
    void aFloodWaitsInTheHostUntilItIsReadAndNothingOfItIsLost() throws IOException {
        try (DriverChannel channel = channel("flood")) {
            assertThat(channel.call("flood", PATIENCE)).isEqualTo("flood:flood");
            assertThat(channel.call("x", PATIENCE)).as("answers pass the flood").isEqualTo("flood:x");
            for (int i = 0; i < 10_000; i++) {
                byte[] event = channel.event(PATIENCE).orElseThrow();
                assertThat(new String(event, StandardCharsets.UTF_8)).isEqualTo("event " + i);
            }
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> channel.event(PATIENCE))
                    .returns(Trouble.UNPLUGGED, LineException::trouble)
                    .withMessage("that was all");
        }
    }

    @Test
    void aHostThatCannotRunIsTriedAtAPaceAndToldOf() {
        try (DriverHost broken = new DriverHost(new HostCommand(List.of("/bin/false"), "nothing"), () -> true)) {
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> broken.channel("unruly", "x", PATIENCE))
                    .returns(Trouble.DRIVER_LOST, LineException::trouble)
                    .returns(false, LineException::mayBeDone);
            assertThat(broken.health().restarts()).isBetween(RestartPace.BURST, RestartPace.BURST + 5);
        }
    }

    @Test
    void aProgramThatSpeaksNonsenseIsEnded() {
        try (DriverHost babbling = new DriverHost(new HostCommand(List.of("yes"), "nothing"), () -> true)) {
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> babbling.channel("unruly", "x", PATIENCE))
                    .returns(Trouble.DRIVER_LOST, LineException::trouble);
            assertThat(babbling.health().ends()).containsOnlyKeys(EndCause.GARBLED);
        }
    }

    @Test
    void closingEndsTheProcessAndWhatComesAfterIsToldSo() throws Exception {
        try (DriverChannel channel = channel("hanging")) {
            ProcessHandle process = ProcessHandle.of(host.health().pid()).orElseThrow();
            host.close();
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> channel.event(PATIENCE))
                    .returns(Trouble.CLOSED, LineException::trouble);
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> channel("more"))
                    .returns(Trouble.CLOSED, LineException::trouble);
        }
    }
}
