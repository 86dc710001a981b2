package org.tillwright.register.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.catalogue.SnapshotServer;
import org.tillwright.register.outbox.SalesServer;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestServer;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.RegisterToken;
import org.tillwright.wire.ServerGreeting;

class HttpServerTest {

    private static final byte[] BODY = {'{', '}'};
    private static HttpClients clients;

    @TempDir
    static Path directory;

    private static RegisterKeys keys;

    private final TestClock clock = new TestClock();
    private TestServer remote;
    private HttpServer server;

    @BeforeAll
    static void make() throws IOException {
        clients = new HttpClients(Runnable::run, null);
        keys = RegisterKeys.open(new RegisterHome(directory), new SecureRandom());
    }

    @AfterAll
    static void end() {
        clients.close();
    }

    @BeforeEach
    void open() throws IOException {
        remote = new TestServer();
        server = at(remote.address());
    }

    @AfterEach
    void close() {
        remote.close();
    }

    private HttpServer at(URI address) {
        return new HttpServer(address, clients, keys, () -> Optional.of("till-01"), clock, UUID::randomUUID);
    }

    private static String why(SalesServer.Answer answer) {
        return ((SalesServer.Unreachable) answer).reason().key();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void aRecordIsTakenForTheFirstTimeOrAgain(int status) {
        remote.answer(status, new Acceptance("till-01", 7L, TestClock.NOON, false, null));
        assertThat(server.put(7, BODY, null)).isInstanceOf(SalesServer.Accepted.class);
        TestServer.Asked asked = remote.asked().get(0);
        assertThat(asked.method()).isEqualTo("PUT");
        assertThat(asked.path()).isEqualTo("/api/v1/journal/till-01/7");
        assertThat(asked.body()).as("byte for byte").isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void onlyTheseRefuseForGood(int status) {
        remote.problem(status, "RECORD_CONFLICT");
        assertThat(server.put(7, BODY, null)).isInstanceOfSatisfying(SalesServer.Refused.class, refused -> assertThat(
                        refused.problem().code())
                .isEqualTo("RECORD_CONFLICT"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 408, 413, 429, 500, 503})
    void anyOtherProblemLetsTheRecordWait(int status) {
        remote.problem(status, "SOMETHING");
        assertThat(server.put(7, BODY, null)).isInstanceOf(SalesServer.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 422, 404, 502})
    void aProxysPageIsNoAnswerWhateverItsStatus(int status) {
        remote.answer(status, "text/html", "<html>Please sign in to the hotel network</html>");
        SalesServer.Answer answer = server.put(7, BODY, null);
        assertThat(answer).isInstanceOf(SalesServer.Unreachable.class);
        assertThat(Texts.of("en").text(((SalesServer.Unreachable) answer).reason()))
                .doesNotContain("html")
                .endsWith(".");
    }

    @Test
    void anAnswerForAnotherRecordIsNotOurs() {
        remote.answer(201, new Acceptance("till-01", 8L, TestClock.NOON, false, null));
        assertThat(why(server.put(7, BODY, null))).isEqualTo("server.not-understood");
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(why(at(URI.create("http://127.0.0.1:" + free)).put(1, BODY, null)))
                .isEqualTo("server.not-there");
    }

    @Test
    void aConnectionThatBreaksOffIsSaidSo() {
        remote.hangUp();
        remote.hangUp();
        assertThat(why(server.put(1, BODY, null))).isIn("server.broken-off", "server.in-trouble");
    }

    @Test
    void connectionsAreUsedAgain() {
        for (int i = 1; i <= 10; i++) {
            remote.problem(500, "TROUBLE");
            assertThat(server.put(i, BODY, null)).isInstanceOf(SalesServer.Unreachable.class);
        }
        assertThat(remote.asked()).hasSize(10);
        assertThat(remote.asked().stream().map(TestServer.Asked::clientPort).distinct())
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void theTokenIsSignedByTheRegisterItself() throws Exception {
        remote.answer(201, new Acceptance("till-01", 1L, TestClock.NOON, false, null));
        server.put(1, BODY, null);
        String header = remote.asked().get(0).authorization();
        assertThat(header).startsWith("Bearer ");
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(keys.publicKey())
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedAudience(RegisterToken.AUDIENCE)
                .setExpectedSubject("till-01")
                .setRequireJwtId()
                .setRequireIssuedAt()
                .setEvaluationTime(NumericDate.fromSeconds(TestClock.NOON.getEpochSecond()))
                .build()
                .processToClaims(header.substring("Bearer ".length()));
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isLessThanOrEqualTo(RegisterToken.LIFETIME.toSeconds());
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItsEnd() {
        RegisterTokens tokens = new RegisterTokens(keys, clock, UUID::randomUUID);
        String first = tokens.tokenFor("till-01");
        clock.pass(Duration.ofMinutes(3));
        assertThat(tokens.tokenFor("till-01")).isEqualTo(first);
        clock.pass(Duration.ofMinutes(1));
        assertThat(tokens.tokenFor("till-01")).isNotEqualTo(first);
    }

    @Test
    void aRegisterWhoseClockIsWrongSignsWithTheServersTime() throws Exception {
        RegisterTokens tokens = new RegisterTokens(keys, clock, UUID::randomUUID);
        tokens.serverIsAheadBy(Duration.ofHours(3));
        JwtClaims claims = new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setSkipDefaultAudienceValidation()
                .setEvaluationTime(NumericDate.fromSeconds(
                        TestClock.NOON.plus(Duration.ofHours(3)).getEpochSecond()))
                .build()
                .processToClaims(tokens.tokenFor("till-01"));
        assertThat(claims.getIssuedAt().getValue())
                .isEqualTo(TestClock.NOON.plus(Duration.ofHours(3)).getEpochSecond());
    }

    @Test
    void theGreetingTellsHowFarTheClocksAreApart() {
        remote.answer(200, new ServerGreeting("Tillwright", "0.1.0", TestClock.NOON.plusSeconds(90)));
        Reply<HttpServer.Greeting> reply = server.greet();
        assertThat(reply).isInstanceOfSatisfying(Reply.Answered.class, answered -> assertThat(
                        ((HttpServer.Greeting) answered.value()).serverAhead())
                .isEqualTo(Duration.ofSeconds(90)));
        assertThat(remote.asked().get(0).path()).isEqualTo("/api/v1/");
    }

    @Test
    void aPackedSnapshotIsUnpacked() {
        remote.gzipped(TestStore.snapshot(4, 3, TestStore.items()));
        assertThat(server.snapshotAfter(3))
                .isEqualTo(new SnapshotServer.Newer(TestStore.snapshot(4, 3, TestStore.items())));
        assertThat(remote.asked().get(0).path()).isEqualTo("/api/v1/snapshot?after=3");
        assertThat(remote.asked().get(0).acceptEncoding()).contains("gzip");
    }

    @Test
    void noNewerSnapshotIsAnAnswerToo() {
        remote.answer(204, "application/json", "");
        assertThat(server.snapshotAfter(3)).isEqualTo(new SnapshotServer.Current());
    }

    @Test
    void halfASnapshotIsNoSnapshot() {
        remote.answer(200, "application/json", "{\"number\": 4, \"items\": [");
        assertThat(server.snapshotAfter(3)).isInstanceOf(SnapshotServer.Unreachable.class);
    }

    @Test
    void aWrongEnrolmentCodeIsTheServersNo() {
        remote.problem(422, "ENROLMENT_CODE_REFUSED");
        Reply<EnrolmentAnswer> reply = server.enrol(" ABCDE-FGHJK ", keys.publicKeyText());
        assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(
                        ProblemNotices.of(refused.problem(), remote.address()))
                .isEqualTo(Notice.of("server.enrolment-code-refused")));
        assertThat(new String(remote.asked().get(0).body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"ABCDE-FGHJK\"");
    }

    @Test
    void aPictureIsAskedForOnceAndThenReadFromDisk() {
        remote.answer(200, "image/png", "picture");
        Pictures pictures = new Pictures(directory.resolve("pictures"), server::picture);
        assertThat(pictures.find("../../etc/milk")).isPresent();
        assertThat(pictures.find("../../etc/milk")).isPresent();
        assertThat(remote.asked()).hasSize(1);
        assertThat(directory.resolve("pictures"))
                .isDirectoryContaining(path -> path.getFileName().toString().matches("[0-9a-f]+"));
        remote.problem(404, "NOT_FOUND");
        assertThat(pictures.find("none")).isEmpty();
    }

    @Test
    void everyStatusHasASentence() {
        for (int status : List.of(401, 404, 418, 429, 500, 503)) {
            Notice notice = ProblemNotices.of(status, remote.address());
            assertThat(Texts.of("da").text(notice)).doesNotContain("{").endsWith(".");
        }
    }

    @Test
    void aSnapshotThatComesToHalfOfItIsALineThatBroke() {
        remote.half(TestStore.snapshot(4, 0, TestStore.items()));
        assertThat(server.snapshotAfter(3))
                .isInstanceOfSatisfying(
                        SnapshotServer.Unreachable.class,
                        broken -> assertThat(broken.reason().key()).isEqualTo("server.broken-off"));
    }
}
