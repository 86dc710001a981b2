package org.tillwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.tillwright.register.catalogue.PublicationNews.Ending;
import org.tillwright.register.server.HttpClients;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.server.PublicationCalls;
import org.tillwright.register.server.Reply;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.wire.ItemImport;
import org.tillwright.wire.ItemImportAnswer;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SnapshotMessage;

/** Registers hear of publications over a line that stays open, from the real server. */
class PublicationEventsTest {

    private static final int PATIENCE_SECONDS = 60;

    @Test
    void aRegisterHearsOfAPriceAndSellsAtItAndStrangersHearNothing() throws Exception {
        Path directory = TestPlace.directory("publication-events");
        ExecutorService threads = Executors.newCachedThreadPool();
        ExecutorService background = Executors.newCachedThreadPool();
        try (ServerProcess server = ServerProcess.startDemo(TestPlace.root(), directory.resolve("server"));
                SellingRegister register = SellingRegister.open(directory.resolve("till-01"), server, "till-01");
                HttpClients clients = new HttpClients(background, null)) {
            PublicationCalls calls = enrolled(server, directory.resolve("till-02"), clients);
            strangersAreRefused(server.address());
            everyNumberIsToldOnceItIsThere(register, calls, threads);
            theRegisterChangesOverByItself(register);
            newLineEndsTheOneBefore(calls, threads);
            background.shutdown();
        } finally {
            threads.shutdownNow();
        }
        TestPlace.delete("publication-events");
    }

    /** Another register, of which there is only its line. */
    private static PublicationCalls enrolled(ServerProcess server, Path home, HttpClients clients) throws Exception {
        Files.createDirectories(home);
        RegisterKeys keys = RegisterKeys.open(new RegisterHome(home), new SecureRandom());
        HttpServer line = new HttpServer(
                server.address(), clients, keys, () -> Optional.of("till-02"), Clock.systemUTC(), UUID::randomUUID);
        String code = server.firstStart().codes().stream()
                .filter(given -> given.workstationId().equals("till-02"))
                .findFirst()
                .orElseThrow()
                .code();
        answered(line.enrol(code, keys.publicKeyText()));
        return new PublicationCalls(() -> line);
    }

    private static void strangersAreRefused(URI server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/snapshot/events"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static void everyNumberIsToldOnceItIsThere(
            SellingRegister register, PublicationCalls calls, ExecutorService threads) throws Exception {
        List<Long> heard = new CopyOnWriteArrayList<>();
        LinkedBlockingQueue<Long> arrived = new LinkedBlockingQueue<>();
        long before = register.parts().catalogues().number();
        var unused = CompletableFuture.runAsync(
                () -> calls.listen(number -> {
                    heard.add(number);
                    arrived.add(number);
                }),
                threads);
        assertThat(next(arrived)).as("the newest, at once").isEqualTo(before);
        long first = changeThePriceOfMilk(register, 1_410_000);
        assertThat(next(arrived)).isEqualTo(first);
        long second = changeThePriceOfMilk(register, 1_420_000);
        assertThat(next(arrived)).isEqualTo(second);
        assertThat(heard).containsExactly(before, first, second);
    }

    /** Nobody wakes it but its own line, or the asking every fifteen seconds. */
    private static void theRegisterChangesOverByItself(SellingRegister register) throws Exception {
        long number = changeThePriceOfMilk(register, 1_430_000);
        register.await(
                "publication " + number, () -> register.parts().catalogues().number() == number);
    }

    /** One register has one line: it comes again when the one before is dead, which the server need not know yet. */
    private static void newLineEndsTheOneBefore(PublicationCalls calls, ExecutorService threads) throws Exception {
        LinkedBlockingQueue<Long> arrived = new LinkedBlockingQueue<>();
        CompletableFuture<Ending> first = CompletableFuture.supplyAsync(() -> calls.listen(arrived::add), threads);
        next(arrived);
        CompletableFuture<Ending> unused = CompletableFuture.supplyAsync(() -> calls.listen(arrived::add), threads);
        next(arrived);
        assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(Ending.OVER);
    }

    private static long next(LinkedBlockingQueue<Long> arrived) throws InterruptedException, TimeoutException {
        Long number = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (number == null) {
            throw new TimeoutException("no number came");
        }
        return number;
    }

    private static long changeThePriceOfMilk(SellingRegister register, long micro) {
        SnapshotMessage.Item milk = new SnapshotMessage.Item(
                "milk-whole-1l",
                Map.of("en", "Whole milk 1 l"),
                "dairy-eggs",
                "PIECE",
                "REDUCED",
                micro,
                List.of("02413000000112"),
                null,
                null,
                true);
        SignOnAnswer manager = answered(register.parts().server().signOn("1", register.pinOf("1")));
        return answered(register.parts()
                        .server()
                        .post(
                                "/items/import",
                                new ItemImport(List.of(), List.of(milk)),
                                manager,
                                ItemImportAnswer.class))
                .number();
    }

    private static <T> T answered(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered<T>) reply).value();
    }
}
