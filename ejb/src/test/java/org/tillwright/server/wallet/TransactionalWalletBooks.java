package org.tillwright.server.wallet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.platform.TestDatabase;
import org.tillwright.wire.wallet.WalletRequestMessage;

/** Writes each change in a new transaction, as the container does. */
final class TransactionalWalletBooks extends WalletBooksService {

    private final TestDatabase database;

    TransactionalWalletBooks(TestDatabase database) {
        this.database = database;
    }

    @Override
    public Begun begin(String workstationId, WalletKind kind, WalletRequestMessage request) {
        return database.inTransaction(() -> super.begin(workstationId, kind, request));
    }

    @Override
    public Optional<WalletRow> findOrGiveUp(UUID paymentId, String workstationId) {
        return database.inTransaction(() -> super.findOrGiveUp(paymentId, workstationId));
    }

    @Override
    public WalletRow wantCancel(UUID paymentId) {
        return database.inTransaction(() -> super.wantCancel(paymentId));
    }

    @Override
    public WalletRow notDone(UUID paymentId) {
        return database.inTransaction(() -> super.notDone(paymentId));
    }

    @Override
    public WalletRow unclear(UUID paymentId) {
        return database.inTransaction(() -> super.unclear(paymentId));
    }

    @Override
    public WalletRow told(GatewayMessages.Standing told) {
        return database.inTransaction(() -> super.told(told));
    }

    @Override
    public void heard(GatewayMessages.Event event) {
        boolean unused = database.inTransaction(() -> {
            super.heard(event);
            return true;
        });
    }

    @Override
    public List<WalletRow> claim() {
        return database.inTransaction(super::claim);
    }

    @Override
    public int forgetOld() {
        return database.inTransaction(super::forgetOld);
    }
}
