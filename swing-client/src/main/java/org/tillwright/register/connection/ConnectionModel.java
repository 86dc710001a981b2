package org.tillwright.register.connection;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.server.ProblemNotices;
import org.tillwright.register.server.Reply;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;

/**
 * Finds the server and makes this register known to it. Used on the event thread only; the server is asked on
 * {@code background} and its answers come back through {@code answers}.
 */
public final class ConnectionModel implements ConnectionIntents {

    /** A clock that is further off than this makes receipts and reports hard to match. */
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

    /** An answer that takes longer makes sign-on and look-ups feel slow; sales do not wait for it. */
    static final Duration SLOW = Duration.ofMillis(500);

    private final RegisterServer server;
    private final Executor background;
    private final Executor answers;
    private final Exits exits;
    private final Consumer<ConnectionState> view;
    private Texts texts;
    private String address;
    private List<Announcement> findings = List.of();
    private Announcement notice = Announcement.NONE;
    private @Nullable Path lostJournal;
    private boolean isFound;
    private boolean isBusy;

    public ConnectionModel(
            RegisterServer server, Lanes lanes, Texts texts, Exits exits, Consumer<ConnectionState> view) {
        this.server = server;
        this.background = lanes.background();
        this.answers = lanes.answers();
        this.texts = texts;
        this.exits = exits;
        this.view = view;
        this.address = server.address().toString();
    }

    /** Where questions wait, and where answers are shown. */
    public record Lanes(Executor background, Executor answers) {}

    /** Where this screen leads: behind the enrolment, and to the set-up of devices. */
    public record Exits(Runnable enrolled, Runnable devices) {}

    public void speak(Texts next) {
        texts = next;
        findings = List.of();
        notice = Announcement.NONE;
        show();
    }

    public void begin() {
        show();
    }

    /** This register was in use, and nothing of that is in its journal any more. Told until it is enrolled anew. */
    public void journalLost(Path file) {
        lostJournal = file;
        show();
    }

    public void say(Announcement next) {
        notice = next;
        show();
    }

    @Override
    public void test(String typed) {
        URI wanted = RegisterSettings.serverAddress(typed);
        if (isBusy) {
            return;
        }
        if (wanted == null) {
            findings = List.of();
            say(Announcement.warning(texts.text("connection.no-address", typed.strip())));
            return;
        }
        address = wanted.toString();
        busy("connection.testing");
        background.execute(() -> {
            Reply<HttpServer.Greeting> reply = server.greet(wanted);
            answers.execute(() -> tested(reply, wanted));
        });
    }

    @Override
    public void enrol(String typed, String code) {
        URI wanted = RegisterSettings.serverAddress(typed);
        if (isBusy) {
            return;
        }
        if (wanted == null) {
            say(Announcement.warning(texts.text("connection.no-address", typed.strip())));
            return;
        }
        if (code.isBlank()) {
            say(Announcement.information(texts.text("connection.key-code")));
            return;
        }
        busy("connection.enrolling");
        background.execute(() -> {
            Enrolment enrolment = server.enrol(wanted, code.strip());
            answers.execute(() -> answered(enrolment, wanted));
        });
    }

    @Override
    public void devices() {
        if (!isBusy) {
            exits.devices().run();
        }
    }

    private void busy(String key) {
        isBusy = true;
        say(Announcement.information(texts.text(key)));
    }

    private void tested(Reply<HttpServer.Greeting> reply, URI wanted) {
        isBusy = false;
        isFound = reply instanceof Reply.Answered;
        if (reply instanceof Reply.Answered<HttpServer.Greeting> answered) {
            HttpServer.Greeting greeting = answered.value();
            findings = List.of(name(greeting), clock(greeting.serverAhead()), speed(greeting.latency()));
            notice = Announcement.done(texts.text("connection.found"));
        } else {
            findings = List.of();
            notice = Announcement.warning(texts.text(reason(reply, wanted)));
        }
        show();
    }

    private void answered(Enrolment enrolment, URI wanted) {
        isBusy = false;
        if (enrolment instanceof Enrolment.Done) {
            notice = Announcement.NONE;
            lostJournal = null;
            show();
            exits.enrolled().run();
        } else if (enrolment instanceof Enrolment.NotSaved notSaved) {
            say(Announcement.refused(texts.text(notSaved.reason())));
        } else if (enrolment instanceof Enrolment.Replied replied) {
            say(Announcement.warning(texts.text(reason(replied.reply(), wanted))));
        }
    }

    private static Notice reason(Reply<?> reply, URI wanted) {
        if (reply instanceof Reply.Refused<?> refused) {
            return ProblemNotices.of(refused.problem(), wanted);
        } else if (reply instanceof Reply.Unreachable<?> unreachable) {
            return unreachable.reason();
        }
        throw new IllegalArgumentException("an answer is no reason");
    }

    private Announcement name(HttpServer.Greeting greeting) {
        return Announcement.done(texts.text(
                "connection.name",
                greeting.server().product(),
                greeting.server().version()));
    }

    private Announcement clock(Duration serverAhead) {
        Duration off = serverAhead.abs();
        if (off.compareTo(CLOCK_TOLERANCE) <= 0) {
            return Announcement.done(texts.text("connection.clock"));
        }
        String key = serverAhead.isNegative() ? "connection.clock.fast" : "connection.clock.slow";
        String time = String.format(
                java.util.Locale.ROOT, "%d:%02d:%02d", off.toHours(), off.toMinutesPart(), off.toSecondsPart());
        return Announcement.warning(texts.text(key, time));
    }

    private Announcement speed(Duration latency) {
        String millis = Long.toString(latency.toMillis());
        return latency.compareTo(SLOW) > 0
                ? Announcement.warning(texts.text("connection.speed.slow", millis))
                : Announcement.done(texts.text("connection.speed", millis));
    }

    private void show() {
        Path file = lostJournal;
        String lost = file == null ? "" : texts.text("connection.journal-lost", file.toString());
        view.accept(new ConnectionState(address, findings, notice, isFound, isBusy, lost));
    }

    /** The server as this screen needs it. Its methods wait. */
    public interface RegisterServer {

        /** The address in the settings. */
        URI address();

        Reply<HttpServer.Greeting> greet(URI address);

        /** Enrols at an address and keeps it in the settings. */
        Enrolment enrol(URI address, String code);
    }

    /** What became of an enrolment. */
    public sealed interface Enrolment {

        record Done() implements Enrolment {}

        /** The server said something else than yes. */
        record Replied(Reply<?> reply) implements Enrolment {}

        /** The disk did not take it. */
        record NotSaved(Notice reason) implements Enrolment {}
    }
}
