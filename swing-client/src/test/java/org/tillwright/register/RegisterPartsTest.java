package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.catalogue.CatalogueStore;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.signon.SignOnOutcome;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;

class RegisterPartsTest {

    @TempDir
    Path directory;

    @Test
    @Timeout(60)
    void aPinIsCheckedWhileAServerKeepsTheBackgroundWaiting() throws Exception {
        RegisterHome home = new RegisterHome(directory);
        try (CatalogueStore store = CatalogueStore.open(home.catalogue());
                Journal journal = Journal.open(home.journal(), Clock.systemUTC(), TestKeys.SEALER)) {
            store.save(TestStore.snapshot(1, 0, TestStore.items()));
            journal.enrolled(TestRegister.IDENTITY, 1);
        }
        CountDownLatch answers = new CountDownLatch(1);
        try (RegisterParts parts = RegisterParts.open(
                home, RegisterSettings.DEFAULT, RegisterPlatform.real(Runnable::run), failure -> {})) {
            parts.background().execute(() -> await(answers));
            CompletableFuture<SignOnOutcome> told = new CompletableFuture<>();
            parts.signOn().identify(TestStore.MANAGER.number(), TestStore.PIN, told::complete);
            assertThat(told.get(30, TimeUnit.SECONDS)).isInstanceOf(SignOnOutcome.SignedOn.class);
        } finally {
            answers.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
