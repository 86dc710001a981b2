package org.tillwright.register.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.outbox.SalesServer;
import org.tillwright.register.server.HttpExchange.Ask;
import org.tillwright.register.server.HttpExchange.NoAnswerException;
import org.tillwright.register.server.HttpExchange.Received;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.BatchAnswer;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordAnswer;
import org.tillwright.wire.RecordBatch;
import org.tillwright.wire.SealedRecord;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.seal.RecordSeal;

/** The register's records on their way to the server. Only a no in the server's own words is a no. */
final class JournalCalls implements SalesServer {

    private static final int HTTP_OK = 200;

    /** How long a batch's answers may take: the server books a hundred records before it gives the first. */
    private static final Duration BATCH_PATIENCE = Duration.ofSeconds(60);

    /** A batch of refusals, each with every fault that there is. */
    private static final int MAX_BATCH_ANSWER_BYTES = 16 * 1024 * 1024;

    private final HttpServer server;
    private final Supplier<Optional<String>> workstationId;

    JournalCalls(HttpServer server, Supplier<Optional<String>> workstationId) {
        this.server = server;
        this.workstationId = workstationId;
    }

    @Override
    public Answer put(long sequence, byte[] body, @Nullable String sealLine) {
        Ask ask = new Ask(
                "PUT",
                path("/" + sequence),
                null,
                body,
                server.registerToken(),
                HttpServer.PATIENCE,
                HttpServer.MAX_ANSWER_BYTES);
        if (sealLine != null) {
            ask = ask.with(RecordSeal.HEADER, sealLine);
        }
        return answered(ask, answer -> accepted(WireJson.read(answer.body(), Acceptance.class), sequence, answer));
    }

    @Override
    public BatchReply send(List<StoredRecord> records) {
        List<SealedRecord> members = members(records);
        if (members.isEmpty()) {
            StoredRecord first = records.get(0);
            return new EachAnswered(List.of(put(first.sequence(), first.body(), first.sealLine())));
        }
        Ask ask = new Ask(
                "POST",
                path("/batches"),
                null,
                WireJson.print(new RecordBatch(members)),
                server.registerToken(),
                BATCH_PATIENCE,
                MAX_BATCH_ANSWER_BYTES);
        try {
            Received answer = server.exchange(ask, null);
            return isSuccess(answer)
                    ? each(WireJson.read(answer.body(), BatchAnswer.class).answers(), members, answer)
                    : unreachable(answer);
        } catch (NoAnswerException e) {
            return new Unreachable(e.reason());
        } catch (MalformedMessageException e) {
            return notUnderstood(HTTP_OK);
        }
    }

    /** The records as members, up to the first whose bytes are not the text that they seem to be: that one goes as it is. */
    private static List<SealedRecord> members(List<StoredRecord> records) {
        List<SealedRecord> members = new ArrayList<>();
        for (StoredRecord record : records) {
            String text = new String(record.body(), StandardCharsets.UTF_8);
            if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), record.body())) {
                break;
            }
            members.add(new SealedRecord(record.sequence(), record.sealLine(), text));
        }
        return members;
    }

    /** Each member's answer, up to the first that is none. An answer to another record makes all the others doubtful. */
    private BatchReply each(List<RecordAnswer> told, List<SealedRecord> members, Received whole) {
        List<Long> sent = members.stream().map(SealedRecord::sequence).toList();
        if (!sent.equals(told.stream().map(RecordAnswer::sequence).toList())) {
            return notUnderstood(whole.status());
        }
        List<Answer> answers = new ArrayList<>();
        for (RecordAnswer member : told) {
            Answer answer = answer(member, whole);
            answers.add(answer);
            if (answer instanceof Unreachable) {
                break;
            }
        }
        return new EachAnswered(answers);
    }

    private Answer answer(RecordAnswer member, Received whole) {
        Acceptance acceptance = member.acceptance();
        Problem problem = member.problem();
        int status = Math.toIntExact(Math.min(member.status(), Integer.MAX_VALUE));
        if (acceptance != null && isSuccess(status)) {
            return accepted(acceptance, member.sequence(), whole);
        }
        if (problem != null && problem.status().equals(member.status())) {
            return isForGood(status)
                    ? new Refused(problem)
                    : new Unreachable(ProblemNotices.of(problem, server.address()), status, whole.retryAfter());
        }
        return notUnderstood(status);
    }

    @Override
    public StateAnswer state() {
        String id = workstationId.get().orElse("");
        Reply<JournalState> reply = server.call(
                "GET", "/journal/" + id, null, null, HttpServer.PATIENCE, HttpServer.json(JournalState.class));
        if (reply instanceof Reply.Answered<JournalState> answered) {
            return answered.value().workstationId().equals(id)
                    ? new Told(answered.value())
                    : new Unreachable(
                            Notice.of("server.not-understood", server.address().getAuthority()));
        } else if (reply instanceof Reply.Refused<JournalState> refused) {
            Problem problem = refused.problem();
            return problem.status() == 404 || isForGood(problem.status())
                    ? new Refused(problem)
                    : new Unreachable(ProblemNotices.of(problem, server.address()));
        }
        return new Unreachable(((Reply.Unreachable<JournalState>) reply).reason());
    }

    private Answer answered(Ask ask, Function<Received, Answer> taken) {
        try {
            Received answer = server.exchange(ask, null);
            return isSuccess(answer) ? taken.apply(answer) : refusedOrNot(answer);
        } catch (NoAnswerException e) {
            return new Unreachable(e.reason());
        } catch (MalformedMessageException e) {
            return notUnderstood(HTTP_OK);
        }
    }

    private Answer accepted(Acceptance acceptance, long sequence, Received answer) {
        boolean isOurs = acceptance.sequence() == sequence
                && workstationId.get().equals(Optional.of(acceptance.workstationId()));
        return isOurs ? new Accepted(acceptance) : notUnderstood(answer.status());
    }

    private Answer refusedOrNot(Received answer) {
        Optional<Problem> problem = problem(answer).filter(no -> isForGood(no.status()));
        return problem.isPresent() ? new Refused(problem.get()) : unreachable(answer);
    }

    private Unreachable unreachable(Received answer) {
        Optional<Problem> problem = problem(answer);
        if (problem.isEmpty() && isProblem(answer)) {
            return notUnderstood(answer.status());
        }
        Notice reason = problem.map(no -> ProblemNotices.of(no, server.address()))
                .orElseGet(() -> ProblemNotices.of(answer.status(), server.address()));
        return new Unreachable(reason, answer.status(), answer.retryAfter());
    }

    /** What the server says in its own words; empty when it is somebody else's page, or contradicts itself. */
    private static Optional<Problem> problem(Received answer) {
        try {
            return isProblem(answer)
                    ? Optional.of(WireJson.read(answer.body(), Problem.class))
                            .filter(problem -> problem.status() == answer.status())
                    : Optional.empty();
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private static boolean isProblem(Received answer) {
        return answer.mediaType().equals(Problem.MEDIA_TYPE);
    }

    private Unreachable notUnderstood(int status) {
        return new Unreachable(
                Notice.of("server.not-understood", server.address().getAuthority()), status, null);
    }

    private String path(String end) {
        return HttpServer.BASE + "/journal/" + workstationId.get().orElse("") + end;
    }

    private static boolean isSuccess(Received answer) {
        return isSuccess(answer.status());
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /** Only these say that the same bytes will never be taken; anything else may change by itself. */
    private static boolean isForGood(long status) {
        return status == 400 || status == 409 || status == 422;
    }
}
