package org.tillwright.register.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.tillwright.register.connection.ConnectionModel.Enrolment;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.ServerGreeting;

class ConnectionModelTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> enrolled = new ArrayList<>();
    private final Server server = new Server();
    private ConnectionState state = ConnectionState.EMPTY;
    private final ConnectionModel model = new ConnectionModel(
            server,
            new ConnectionModel.Lanes(background::add, Runnable::run),
            Texts.of("en"),
            new ConnectionModel.Exits(() -> enrolled.add("yes"), () -> enrolled.add("devices")),
            next -> state = next);

    @Test
    void nameClockAndSpeedAreASentenceEach() {
        server.greeting = answered(Duration.ofMillis(12), Duration.ofSeconds(2));
        model.test("127.0.0.1:8480");
        assertThat(state.isBusy()).isTrue();
        turnCrank();
        assertThat(state.isBusy()).isFalse();
        assertThat(state.findings())
                .containsExactly(
                        Announcement.done("This is Tillwright 0.1.0."),
                        Announcement.done("Both clocks agree."),
                        Announcement.done("It answers in 12 ms, which is fast enough."));
        assertThat(state.canEnrol()).isTrue();
    }

    @Test
    void aWrongClockAndASlowLineNeedALook() {
        server.greeting = answered(Duration.ofMillis(900), Duration.ofSeconds(-3_725));
        model.test("http://10.0.0.9:8480");
        turnCrank();
        assertThat(state.findings().get(1).text()).contains("1:02:05 ahead");
        assertThat(state.findings().get(2).tone()).isEqualTo(Announcement.Tone.WARNING);
    }

    @Test
    void aServerThatIsNotThereIsNamedAndNothingCanBeEnrolled() {
        server.greeting = new Reply.Unreachable<>(Notice.of("server.not-there", "10.0.0.9:8480"));
        model.test("10.0.0.9:8480");
        turnCrank();
        assertThat(state.notice().text()).contains("10.0.0.9:8480");
        assertThat(state.findings()).isEmpty();
        assertThat(state.canEnrol()).isFalse();
    }

    @Test
    void whatIsNoAddressIsNotAsked() {
        model.test("not an address");
        assertThat(background).isEmpty();
        assertThat(state.notice().text()).contains("not an address");
    }

    @Test
    void aCodeMakesTheRegisterKnown() {
        model.enrol("127.0.0.1:8480", " ");
        assertThat(background).isEmpty();
        model.enrol("127.0.0.1:8480", "ABCDE-FGHJK");
        turnCrank();
        assertThat(enrolled).hasSize(1);
        assertThat(server.codes).containsExactly("ABCDE-FGHJK");
    }

    @Test
    void aDiskThatKeepsNothingIsSaid() {
        server.enrolment = new Enrolment.NotSaved(Notice.of("connection.not-saved", "/x/register.properties"));
        model.enrol("127.0.0.1:8480", "ABCDE-FGHJK");
        turnCrank();
        assertThat(enrolled).isEmpty();
        assertThat(state.notice().text()).contains("/x/register.properties");
    }

    private void turnCrank() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private static Reply<HttpServer.Greeting> answered(Duration latency, Duration ahead) {
        return new Reply.Answered<>(new HttpServer.Greeting(
                new ServerGreeting("Tillwright", "0.1.0", Instant.parse("2026-03-02T11:00:00Z")), latency, ahead));
    }

    /** Says what the test wants it to say. */
    private static final class Server implements ConnectionModel.RegisterServer {

        private final List<String> codes = new ArrayList<>();
        private Reply<HttpServer.Greeting> greeting = answered(Duration.ZERO, Duration.ZERO);
        private Enrolment enrolment = new Enrolment.Done();

        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:8480");
        }

        @Override
        public Reply<HttpServer.Greeting> greet(URI address) {
            return greeting;
        }

        @Override
        public Enrolment enrol(URI address, String code) {
            codes.add(code);
            return enrolment;
        }
    }
}
