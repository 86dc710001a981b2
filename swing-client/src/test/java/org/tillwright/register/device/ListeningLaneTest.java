package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tillwright.register.device.DeviceException.Trouble;

/** A scanner that is listened to, with bugs in whoever takes its codes. */
@Timeout(60)
class ListeningLaneTest {

    private final BlockingQueue<String> scanned = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();

    private final Listening scanner = new Listening() {
        private volatile boolean closed;

        @Override
        public void open() {}

        @Override
        public void listen(Consumer<String> codes) {
            try {
                while (!closed) {
                    String code = scanned.poll(50, TimeUnit.MILLISECONDS);
                    if (code != null) {
                        codes.accept(code);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    };

    @Test
    void aCodeThatCannotBeTakenIsTheOnlyOneThatIsLost() throws InterruptedException {
        Consumer<String> codes = code -> {
            if (code.equals("fatal")) {
                throw new IllegalStateException("a bug");
            }
            taken.add(code);
        };
        try (ListeningLane lane = new ListeningLane(DeviceKind.SCANNER, scanner, codes, failures::add)) {
            lane.start();
            scanned.add("before");
            scanned.add("fatal");
            scanned.add("after");
            assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("before");
            assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("after");
        }
        assertThat(failures.poll()).isNotNull().returns(Trouble.NOT_UNDERSTOOD, DeviceException::trouble);
        assertThat(failures).isEmpty();
    }
}
