package org.tillwright.register.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.server.Reply;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.Problem;

class UnattendedEnrolmentTest {

    private static final Reply<EnrolmentAnswer> WELCOME = new Reply.Answered<>(
            new EnrolmentAnswer("till-01", "Till 1", "shop", "Corner Shop", 1L, TestClock.NOON, null, null, null));
    private static final Reply<EnrolmentAnswer> NO =
            new Reply.Refused<>(Problem.of(403, "ENROLMENT_CODE_REFUSED", "Used.", List.of()));
    private static final Reply<EnrolmentAnswer> AWAY = new Reply.Unreachable<>(Notice.of("server.not-there", "x"));

    @TempDir
    Path directory;

    private final Deque<Reply<EnrolmentAnswer>> answers = new ArrayDeque<>();
    private final List<String> tried = new ArrayList<>();
    private final List<Notice> troubles = new ArrayList<>();
    private boolean isEnrolled;

    @Test
    void aCodeIsTakenOnceAndItsFileIsGone() throws Exception {
        Path file = code(" ABCD-EFGH-JK\n");
        answers.add(WELCOME);
        UnattendedEnrolment enrolment = enrolment(file);

        assertThat(enrolment.turn()).isEqualTo(UnattendedEnrolment.DONE);

        assertThat(tried).containsExactly("ABCD-EFGH-JK");
        assertThat(file).doesNotExist();
        isEnrolled = true;
        code("another");
        assertThat(enrolment.turn()).isEqualTo(UnattendedEnrolment.DONE);
        assertThat(tried).hasSize(1);
    }

    @Test
    void aServerThatIsNotThereYetIsTriedAgainWithTheSameCode() throws Exception {
        Path file = code("ABCD");
        answers.addAll(List.of(AWAY, WELCOME));
        UnattendedEnrolment enrolment = enrolment(file);

        assertThat(enrolment.turn()).isLessThanOrEqualTo(Backoff.FIRST);
        assertThat(file).exists();
        enrolment.turn();

        assertThat(tried).containsExactly("ABCD", "ABCD");
        assertThat(troubles).containsExactly(Notice.of("server.not-there", "x"));
    }

    @Test
    void aRefusedCodeIsNotTriedAgainAndANewOneIs() throws Exception {
        Path file = code("OLD");
        answers.addAll(List.of(NO, WELCOME));
        UnattendedEnrolment enrolment = enrolment(file);

        assertThat(enrolment.turn()).isEqualTo(UnattendedEnrolment.LOOK_AGAIN);
        assertThat(enrolment.turn()).isEqualTo(UnattendedEnrolment.LOOK_AGAIN);
        assertThat(tried).containsExactly("OLD");
        assertThat(troubles).containsExactly(Notice.of("server.enrolment-code-refused"));

        code("NEW");
        enrolment.turn();
        assertThat(tried).containsExactly("OLD", "NEW");
    }

    @Test
    void withoutACodeNothingHappens() {
        assertThat(enrolment(directory.resolve("enrolment-code")).turn()).isEqualTo(UnattendedEnrolment.LOOK_AGAIN);
        assertThat(tried).isEmpty();
        assertThat(troubles).isEmpty();
    }

    private Path code(String text) throws Exception {
        return Files.writeString(directory.resolve("enrolment-code"), text);
    }

    private UnattendedEnrolment enrolment(Path file) {
        UnattendedEnrolment.Register register = new UnattendedEnrolment.Register() {
            @Override
            public boolean isEnrolled() {
                return isEnrolled;
            }

            @Override
            public Reply<EnrolmentAnswer> enrol(String code) {
                tried.add(code);
                return answers.remove();
            }

            @Override
            public Notice reason(Reply.Refused<?> refused) {
                return Notice.of("server.enrolment-code-refused");
            }
        };
        return new UnattendedEnrolment(file, register, troubles::add, new Backoff(new Random(1)));
    }
}
