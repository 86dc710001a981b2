package org.tillwright.register;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.SnapshotServer;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.outbox.SalesServer;
import org.tillwright.register.server.HttpServer;
import org.tillwright.wire.SnapshotMessage;

/** Whatever server the settings name at the moment. */
final class ServerOfToday implements SalesServer, SnapshotServer {

    private final Supplier<HttpServer> server;
    private final Consumer<SnapshotMessage> arrived;

    /** @param arrived told of each new snapshot before it is applied */
    ServerOfToday(Supplier<HttpServer> server, Consumer<SnapshotMessage> arrived) {
        this.server = server;
        this.arrived = arrived;
    }

    @Override
    public SalesServer.Answer put(long sequence, byte[] body, @Nullable String sealLine) {
        return server.get().put(sequence, body, sealLine);
    }

    @Override
    public SalesServer.BatchReply send(List<StoredRecord> records) {
        return server.get().send(records);
    }

    @Override
    public SalesServer.StateAnswer state() {
        return server.get().state();
    }

    @Override
    public SnapshotServer.Answer snapshotAfter(long number) {
        SnapshotServer.Answer answer = server.get().snapshotAfter(number);
        if (answer instanceof SnapshotServer.Newer newer) {
            arrived.accept(newer.snapshot());
        }
        return answer;
    }
}
