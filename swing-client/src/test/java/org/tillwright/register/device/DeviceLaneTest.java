package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;

/** What a lane repeats when a device's driver is lost, and what it never does. */
@Timeout(60)
class DeviceLaneTest {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private DeviceLane<String> lane(DeviceKind kind) {
        return new DeviceLane<>(kind, "device", new LaneThread("test"), new DeviceListener() {
            @Override
            public void failed(DeviceException failure) {
                heard.add(failure.trouble().name());
            }

            @Override
            public void recovered(DeviceKind device) {
                heard.add("recovered");
            }
        });
    }

    private static void await(DeviceLane<String> lane) {
        lane.ask(device -> true).orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static DeviceException lost(DeviceKind kind, boolean begun) {
        var cause = new LineException(Trouble.DRIVER_LOST, "gone");
        return new DeviceException(kind, Trouble.DRIVER_LOST, begun ? cause : cause.beforeAnything());
    }

    /** A screen that shows an answer shows beside it how the device is doing. */
    @Test
    void whoeverIsAnsweredFindsItsListenerKnowingAlready() {
        DeviceLane<String> lane = lane(DeviceKind.DISPLAY);
        var mayBegin = new CompletableFuture<Void>();
        CompletableFuture<Boolean> lost = lane.ask(device -> {
            throw new DeviceException(DeviceKind.DISPLAY, Trouble.UNPLUGGED);
        });
        CompletableFuture<List<String>> heardByThen = lane.ask(device -> {
                    mayBegin.join();
                    return true;
                })
                .thenApply(told -> List.copyOf(heard));
        mayBegin.complete(null);
        assertThat(lost).failsWithin(Duration.ofSeconds(20));
        assertThat(heardByThen.orTimeout(20, TimeUnit.SECONDS).join()).containsExactly("recovered");
    }

    @Test
    void aJobThatMayBeDoneIsFollowedByItsRepeatAndNobodyIsTroubled() {
        DeviceLane<String> lane = lane(DeviceKind.PRINTER);
        lane.use(
                device -> {
                    done.add("receipt");
                    throw lost(DeviceKind.PRINTER, true);
                },
                device -> done.add("copy"));
        await(lane);
        assertThat(done).containsExactly("receipt", "copy");
        assertThat(heard).isEmpty();
    }

    /** Nothing on it would say that it is one too many. */
    @Test
    void aPaperThatCannotBeMarkedIsNotPrintedTwice() {
        DeviceLane<String> lane = lane(DeviceKind.PRINTER);
        lane.use(device -> {
            done.add("slip");
            throw lost(DeviceKind.PRINTER, true);
        });
        await(lane);
        assertThat(done).containsExactly("slip");
        assertThat(heard).containsExactly("DRIVER_LOST", "recovered");
    }

    @Test
    void aDriverThatIsBeyondHelpStillLetsNobodyWait() {
        DeviceLane<String> lane = lane(DeviceKind.SCALE);
        CompletableFuture<String> weight = lane.ask(device -> {
            throw new StackOverflowError();
        });
        assertThat(weight.handle((grams, failure) -> failure)
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join())
                .isInstanceOf(StackOverflowError.class);
        lane.use(device -> {
            throw new StackOverflowError();
        });
        await(lane);
        assertThat(heard).containsExactly("NOT_UNDERSTOOD", "recovered");
    }

    @Test
    void whatStillWaitsWhenTheRegisterEndsIsTold() throws InterruptedException {
        var thread = new LaneThread("test");
        DeviceLane<String> lane = new DeviceLane<>(
                DeviceKind.PRINTER,
                "device",
                thread,
                failure -> heard.add(failure.trouble().name()));
        var begun = new CountDownLatch(1);
        lane.use(device -> {
            begun.countDown();
            hang();
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        lane.use(device -> done.add("receipt"));
        CompletableFuture<Boolean> asked = lane.ask(device -> done.add("question"));
        thread.finish();
        thread.awaitUntil(System.nanoTime());
        assertThat(asked).isCompletedExceptionally();
        assertThat(done).isEmpty();
        assertThat(heard).contains("CLOSED");
    }

    /** As a driver that waits until the register gives it up. */
    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aJobThatCertainlyWasNotBegunIsSimplyDone() {
        DeviceLane<String> lane = lane(DeviceKind.PRINTER);
        lane.use(
                device -> {
                    done.add("receipt");
                    if (done.size() == 1) {
                        throw lost(DeviceKind.PRINTER, false);
                    }
                },
                device -> done.add("copy"));
        await(lane);
        assertThat(done).containsExactly("receipt", "receipt");
    }

    @Test
    void aJobIsRepeatedOnceAndNotForEver() {
        DeviceLane<String> lane = lane(DeviceKind.DRAWER);
        lane.use(device -> {
            done.add("pulse");
            throw lost(DeviceKind.DRAWER, true);
        });
        await(lane);
        assertThat(done).containsExactly("pulse", "pulse");
        assertThat(heard).containsExactly("DRIVER_LOST", "recovered");
    }

    @Test
    void labelsThatMayBeOutAreNotPrintedAgainAndThoseThatCertainlyAreNotAre() {
        DeviceLane<String> lane = lane(DeviceKind.LABEL_PRINTER);
        lane.use(device -> {
            done.add("labels");
            throw lost(DeviceKind.LABEL_PRINTER, true);
        });
        await(lane);
        assertThat(done).containsExactly("labels");
        assertThat(heard).containsExactly("DRIVER_LOST", "recovered");
        lane.use(device -> {
            done.add("more");
            if (done.size() == 2) {
                throw lost(DeviceKind.LABEL_PRINTER, false);
            }
        });
        await(lane);
        assertThat(done).containsExactly("labels", "more", "more");
    }

    @Test
    void aPaperThatThisProgramCannotMakeIsToldToo() {
        DeviceLane<String> lane = lane(DeviceKind.PRINTER);
        lane.use(device -> {
            throw new IllegalStateException("a bug");
        });
        lane.use(device -> {
            throw new NoClassDefFoundError("a part of the program that is missing");
        });
        await(lane);
        assertThat(heard).containsExactly("NOT_UNDERSTOOD", "NOT_UNDERSTOOD", "recovered");
    }

    @Test
    void anyOtherTroubleIsToldAndNotRepeated() {
        DeviceLane<String> lane = lane(DeviceKind.PRINTER);
        lane.use(device -> {
            done.add("receipt");
            throw new DeviceException(DeviceKind.PRINTER, Trouble.UNPLUGGED);
        });
        await(lane);
        assertThat(done).containsExactly("receipt");
        assertThat(heard).containsExactly("UNPLUGGED", "recovered");
    }

    @ParameterizedTest
    @EnumSource(
            value = DeviceKind.class,
            names = {"CARD_TERMINAL", "WALLET"})
    void whatMovesMoneyIsNeverAskedTwice(DeviceKind kind) {
        DeviceLane<String> lane = lane(kind);
        CompletableFuture<Boolean> answer = lane.ask(device -> {
            done.add("pay");
            throw lost(kind, true);
        });
        lane.use(device -> {
            done.add("end of day");
            throw lost(kind, false);
        });
        await(lane);
        assertThat(done).containsExactly("pay", "end of day");
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void aScaleIsAskedOnceMoreAndAPrinterIsNot() {
        DeviceLane<String> scale = lane(DeviceKind.SCALE);
        CompletableFuture<String> weight = scale.ask(device -> {
            done.add("weigh");
            if (done.size() == 1) {
                throw lost(DeviceKind.SCALE, true);
            }
            return "485 g";
        });
        assertThat(weight.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("485 g");
        DeviceLane<String> printer = lane(DeviceKind.PRINTER);
        CompletableFuture<String> test = printer.ask(device -> {
            done.add("test print");
            throw lost(DeviceKind.PRINTER, true);
        });
        assertThat(test.handle((answer, failure) -> failure).join()).satisfies(failure -> assertThat(
                        failure instanceof CompletionException wrapped ? wrapped.getCause() : failure)
                .isInstanceOf(DeviceException.class));
        assertThat(done).containsExactly("weigh", "weigh", "test print");
    }
}
