package org.tillwright.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.wire.SignOnRequest;

class SignOnRaceTest {

    private static final int THREADS = 6;
    private static final int GUESSES = 4;

    private final TestShop shop = new TestShop();
    private final SignOnService signOn = shop.get(SignOnService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void guessingInParallelGivesNoMoreThanFiveTriesAndNoServerFault() throws Exception {
        shop.inTransaction(() -> {
            shop.get(OperatorService.class).setPin("anna", "482913", "anna");
            return null;
        });
        List<ProblemCode> answers = guessAtOnce();
        assertThat(answers)
                .hasSize(THREADS * GUESSES)
                .containsOnly(ProblemCode.SIGN_ON_REFUSED, ProblemCode.SIGN_ON_LOCKED);
        assertThat(answers).filteredOn(ProblemCode.SIGN_ON_REFUSED::equals).hasSize(SignOnService.MAX_WRONG_PINS - 1);
    }

    private List<ProblemCode> guessAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<List<ProblemCode>>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(pool.submit((Callable<List<ProblemCode>>) () -> {
                    start.await();
                    return guess();
                }));
            }
            List<ProblemCode> answers = new ArrayList<>();
            for (Future<List<ProblemCode>> future : futures) {
                answers.addAll(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<ProblemCode> guess() {
        List<ProblemCode> answers = new ArrayList<>();
        for (int i = 0; i < GUESSES; i++) {
            try {
                shop.inTransaction(() -> signOn.signOn(TestShop.TILL, new SignOnRequest("1", "000000")));
            } catch (Refused refused) {
                answers.add(refused.code());
            }
        }
        return answers;
    }
}
