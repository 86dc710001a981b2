package org.tillwright.register.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SnapshotMessage;

class StatusModelTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T10:42:00Z");

    @TempDir
    Path directory;

    private final Source source = new Source();
    private TestRegister register;
    private StatusModel model;
    private StatusState state = StatusState.EMPTY;

    @BeforeEach
    void openShop() throws JournalException {
        register = TestRegister.open(directory);
        model = new StatusModel(register.journal, source, Texts.of("en"), next -> state = next);
    }

    @AfterEach
    void closeShop() throws JournalException {
        register.close();
    }

    @Test
    void onlyAManagerSetsUpDevicesAndOnlyWhileNothingIsSold() {
        source.isFree = false;
        model.devices();
        assertThat(state.notice().text()).startsWith("Finish or park the sale first");
        source.isFree = true;
        source.operator = TestStore.CASHIER;
        model.devices();
        assertThat(state.notice().text()).startsWith("Devices are set up by a manager");
        assertThat(source.setUps).isZero();
        source.operator = TestStore.MANAGER;
        model.devices();
        assertThat(source.setUps).isEqualTo(1);
    }

    @Test
    void offlineSaysSinceWhenAndWhyAndHowManyWait() {
        source.link = new OutboxStatus(
                OutboxStatus.Connection.OFFLINE, 1, Notice.of("server.not-there", "10.0.0.1:8480"), 0, 0);
        model.begin();
        assertThat(text("Server")).isEqualTo("http://10.0.0.1:8480");
        assertThat(text("Connection"))
                .isEqualTo("No connection since 10:42. No server answers at 10.0.0.1:8480."
                        + " Check the address and that the server is running.");
        assertThat(text("Waiting")).startsWith("1 record waits, since ");
        assertThat(text("Disk")).startsWith("There is enough room");
        assertThat(text("Devices")).isEqualTo("No device has reported trouble.");
        assertThat(text("Put aside")).startsWith("0 records");
    }

    @Test
    void aRestoredServerIsToldAgainAndThePanelSaysSo() throws JournalException {
        UUID epoch = UUID.randomUUID();
        register.sellMilkForCash();
        long all = register.journal.recordCount();
        register.journal.resending().reconcile(JournalState.unsealed("till-01", epoch, 0L, 0L, 0L, List.of()));
        for (long i = 1; i <= all; i++) {
            register.journal.waiting().settle(List.of(i), Map.of());
        }
        model.begin();
        assertThat(state.rows()).extracting(StatusState.Row::name).doesNotContain("Server restored");

        register.journal
                .resending()
                .reconcile(JournalState.unsealed("till-01", UUID.randomUUID(), 1L, 1L, 1L, List.of()));
        model.begin();

        assertThat(text("Server restored"))
                .startsWith("The server was restored from a copy. Sending " + (all - 1) + " record");
    }

    @Test
    void aDeviceInTroubleIsNamed() {
        source.troubles.add(new DeviceException(DeviceKind.PRINTER, DeviceException.Trouble.PAPER_OUT));
        model.begin();
        assertThat(text("Devices")).startsWith("The receipt printer has no paper.");
    }

    @Test
    void whatTheServerRefusedIsListedWithItsSentence() throws JournalException {
        putAside(5);
        model.begin();
        assertThat(state.aside()).hasSize(StatusModel.MOST_ASIDE);
        assertThat(state.more()).isEqualTo("And 3 more.");
        assertThat(state.aside().get(0).text()).isEqualTo("The server says: The till is not open.");
        assertThat(state.aside().get(1).name()).startsWith("No. 2, sale, ");
    }

    @Test
    void onlyAManagerSendsARecordAgain() throws JournalException {
        putAside(1);
        source.operator = TestStore.CASHIER;
        model.begin();
        model.sendAgain(1);
        assertThat(state.notice().tone()).isEqualTo(Announcement.Tone.WARNING);
        assertThat(register.journal.quarantinedCount()).isEqualTo(1);

        source.operator = TestStore.MANAGER;
        model.sendAgain(1);
        assertThat(state.notice()).isEqualTo(Announcement.done("Record 1 is sent again."));
        assertThat(state.aside()).isEmpty();
        assertThat(register.journal.waiting().oldest(1).get(0).sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void everyKindOfRecordHasAName(RecordKind kind) {
        assertThat(Texts.of("en").has("status.kind." + kind)).as(kind.name()).isTrue();
    }

    private void putAside(int count) throws JournalException {
        for (int i = 1; i <= count; i++) {
            if (i > 1) {
                register.sellMilkForCash();
            }
            register.journal
                    .waiting()
                    .settle(
                            List.of(),
                            Map.of((long) i, Problem.of(422, "UNSOUND_SALE", "The till is not open.", List.of())));
        }
    }

    private String text(String name) {
        return state.rows().stream()
                .filter(row -> row.name().equals(name))
                .map(StatusState.Row::text)
                .findFirst()
                .orElseThrow();
    }

    private final class Source implements StatusSource {

        private OutboxStatus link = OutboxStatus.UNKNOWN;
        private SnapshotMessage.Operator operator = TestStore.MANAGER;
        private boolean isFree = true;
        private int setUps;
        private final List<DeviceException> troubles = new ArrayList<>();

        @Override
        public String serverAddress() {
            return "http://10.0.0.1:8480";
        }

        @Override
        public OutboxStatus link() {
            return link;
        }

        @Override
        public Optional<Instant> offlineSince() {
            return link.isOnline() ? Optional.empty() : Optional.of(SINCE);
        }

        @Override
        public Collection<DeviceException> troubles() {
            return troubles;
        }

        @Override
        public Optional<SnapshotMessage.Operator> operator() {
            return Optional.of(operator);
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public void sendAgain(long sequence, SnapshotMessage.Operator who) throws JournalException {
            register.journal.release(sequence);
        }

        @Override
        public boolean isFree() {
            return isFree;
        }

        @Override
        public void setUpDevices() {
            setUps++;
        }

        @Override
        public void leave() {}
    }
}
