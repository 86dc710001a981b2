package org.tillwright.register;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.shell.ShownWords;
import org.tillwright.register.tendering.TenderingModel;

/** Hands out a picture of what a register shows, once everything that it waits for has come. */
final class TourCamera {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Where the customer's display is another than before. */
    private static final Set<String> CUSTOMER_SEES = Set.of(
            "selling-empty",
            "selling",
            "send-email",
            "order-is-ready",
            "tendering",
            "tendering-wallet",
            "selling-change");

    private final RegisterMain register;
    private final BiConsumer<String, BufferedImage> pictures;
    private boolean hasBegun;

    TourCamera(RegisterMain register, BiConsumer<String, BufferedImage> pictures) {
        this.register = register;
        this.pictures = pictures;
    }

    Desk desk() {
        return register.desk();
    }

    SalesFloor floor() {
        return desk().floor().orElseThrow(() -> new IllegalStateException("nobody has signed on"));
    }

    SellingModel selling() {
        return floor().selling();
    }

    TenderingModel tendering() {
        return floor().tendering();
    }

    /** Uses a function of the selling screen, and waits for what it asks of the server. */
    void function(String id, String keyed) throws InterruptedException {
        does(() -> selling().function(id, keyed));
    }

    /** Chooses from the list that is shown, and waits for what comes of it. */
    void choose(String id) throws InterruptedException {
        does(() -> selling().choiceMade(id));
    }

    /** Does something on the event thread, and waits until the register has an answer to everything that it led to. */
    void does(Runnable action) throws InterruptedException {
        onEvents(action);
        CountDownLatch idle = new CountDownLatch(1);
        register.parts().background().execute(idle::countDown);
        idle.await();
        onEvents(() -> {});
    }

    void take(String name) throws InterruptedException {
        hasBegun = true;
        try {
            onEvents(() -> desk().tick());
            onEvents(() -> desk().picture());
            register.pictureLane().submit(() -> {}).get();
            onEvents(() -> {});
            onEvents(() -> pictures.accept(name, desk().picture()));
            if (CUSTOMER_SEES.contains(name)) {
                onEvents(() -> desk().customer()
                        .frame()
                        .ifPresent(frame -> pictures.accept("customer-" + name, frame.picture())));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the pictures' lane ended", e);
        }
    }

    void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean[] isMet = new boolean[1];
        while (!isMet[0]) {
            onEvents(() -> {
                if (hasBegun) {
                    desk().tick(); // as the register does by itself twice a second
                }
                isMet[0] = condition.getAsBoolean();
            });
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the next screen did not come");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Does something, and waits until the register shows something else. */
    void changes(Step step) throws InterruptedException {
        BufferedImage[] before = new BufferedImage[1];
        onEvents(() -> before[0] = desk().picture());
        step.go();
        await(() -> !isSame(before[0], desk().picture()));
    }

    private static boolean isSame(BufferedImage one, BufferedImage other) {
        int width = one.getWidth();
        int height = one.getHeight();
        return Arrays.equals(
                one.getRGB(0, 0, width, height, null, 0, width), other.getRGB(0, 0, width, height, null, 0, width));
    }

    /** Waits until the register says a sentence. */
    void awaitSaid(String key) throws InterruptedException {
        await(() -> ShownWords.say(desk().texts().text(key)));
    }

    /** One step on the way. */
    @FunctionalInterface
    interface Step {
        void go() throws InterruptedException;
    }

    void onEvents(Runnable action) throws InterruptedException {
        RegisterFrame.runAndWait(action);
    }
}
