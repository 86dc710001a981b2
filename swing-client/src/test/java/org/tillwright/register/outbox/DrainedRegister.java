package org.tillwright.register.outbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.server.HttpClients;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;

/** A program that sends all that waits in a journal and says how many are left; made to have little memory. */
final class DrainedRegister {

    private DrainedRegister() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        PrintStream told = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        try (Journal journal = Journal.open(directory.resolve("journal.db"), Clock.systemUTC());
                HttpClients clients = new HttpClients(Runnable::run, null)) {
            RegisterKeys keys = RegisterKeys.open(new RegisterHome(directory), new SecureRandom());
            var server = new HttpServer(
                    URI.create(arguments[1]),
                    clients,
                    keys,
                    () -> Optional.of("till-01"),
                    Clock.systemUTC(),
                    UUID::randomUUID);
            OutboxSender sender = new OutboxSender(
                    new Outbox(journal), server, new OutboxWatch(journal), new Backoff(new SecureRandom()));
            while (sender.turn() == OutboxSender.Cycle.WORKED) {
                // until nothing waits, or it does not work
            }
            told.println(journal.waitingCount());
        }
        System.exit(0);
    }
}
