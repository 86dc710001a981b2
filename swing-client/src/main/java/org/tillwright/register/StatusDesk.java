package org.tillwright.register;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.fiscal.FiscalState;
import org.tillwright.register.fiscal.FiscalWords;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.shell.HeaderModel;
import org.tillwright.register.status.StatusSource;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SnapshotMessage;

/** What the status panel asks, answered from the register's parts. Event thread only. */
final class StatusDesk implements StatusSource {

    private final RegisterParts parts;
    private final HeaderModel header;
    private final Supplier<ZoneId> zone;
    private final Exits exits;
    private final Map<DeviceKind, DeviceException> troubles = new EnumMap<>(DeviceKind.class);
    private boolean isSpaceLow;

    StatusDesk(RegisterParts parts, HeaderModel header, Supplier<ZoneId> zone, Exits exits) {
        this.parts = parts;
        this.header = header;
        this.zone = zone;
        this.exits = exits;
    }

    /** Where the panel leads. */
    record Exits(Runnable left, Runnable devices) {}

    void deviceFailed(DeviceException failure) {
        troubles.put(failure.device(), failure);
        tellHeader();
    }

    void deviceRecovered(DeviceKind device) {
        if (troubles.remove(device) != null) {
            tellHeader();
        }
    }

    /** Looks how much room the disk has; true the moment it has become too little. */
    boolean hasSpaceBecomeLow() {
        boolean wasLow = isSpaceLow;
        isSpaceLow = parts.journal().isSpaceLow();
        if (wasLow != isSpaceLow) {
            tellHeader();
        }
        return isSpaceLow && !wasLow;
    }

    private void tellHeader() {
        header.needs(isSpaceLow, !troubles.isEmpty());
    }

    @Override
    public String serverAddress() {
        return parts.settings().server().toString();
    }

    @Override
    public OutboxStatus link() {
        return header.status();
    }

    @Override
    public Optional<Instant> offlineSince() {
        return header.offlineSince();
    }

    @Override
    public Collection<DeviceException> troubles() {
        return List.copyOf(troubles.values());
    }

    @Override
    public @Nullable Notice fiscal() {
        return FiscalWords.status(parts.fiscal().state(), zone.get());
    }

    @Override
    public boolean needsFiscalDevice() {
        FiscalState state = parts.fiscal().state();
        return !state.hasDevice() || state.trouble() != null || state.owed() > 0;
    }

    /** Nobody before the first sign-on: without a catalogue there is no sale to ask. */
    @Override
    public Optional<SnapshotMessage.Operator> operator() {
        return parts.catalogues().newest().flatMap(catalogue -> parts.sale().operator());
    }

    @Override
    public ZoneId zone() {
        return zone.get();
    }

    @Override
    public void sendAgain(long sequence, SnapshotMessage.Operator operator) throws JournalException {
        Catalogue catalogue = parts.sale().catalogue();
        parts.journal()
                .append(
                        RecordKind.EVENT,
                        new SellingRule(catalogue.number(), catalogue.taxPolicy()),
                        new EventMessage(
                                "RECORD_SENT_AGAIN",
                                catalogue.store().storeId(),
                                operator.operatorId(),
                                parts.platform().clock().instant(),
                                Long.toString(sequence),
                                null));
        parts.journal().release(sequence);
        parts.watch().counted();
        parts.retryNow();
    }

    /** A till with goods in the cart may need its printer any moment. */
    @Override
    public boolean isFree() {
        return parts.catalogues().newest().isEmpty() || parts.sale().isEmpty();
    }

    @Override
    public void setUpDevices() {
        exits.devices().run();
    }

    @Override
    public void leave() {
        exits.left().run();
    }
}
