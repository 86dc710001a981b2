package org.tillwright.register.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.register.testing.TestRegister.RULE;
import static org.tillwright.register.testing.TestRegister.event;

import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.KeyChangedMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.seal.JournalChain;
import org.tillwright.wire.seal.RecordSeal;

/** Every record of a journal is sealed, over all the records before it. */
class SealedJournalTest {

    @TempDir
    Path directory;

    private Journal open() throws JournalException {
        Journal journal = Journal.open(directory.resolve("journal.db"), new TestClock(), TestKeys.SEALER);
        journal.enrolled(TestRegister.IDENTITY, 1);
        return journal;
    }

    private void change(String... statements) throws Exception {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("journal.db"));
                Statement statement = file.createStatement()) {
            for (String change : statements) {
                statement.execute(change);
            }
        }
    }

    private static List<StoredRecord> all(Journal journal) throws JournalException {
        return journal.read("order by sequence");
    }

    private static void assertChain(List<StoredRecord> records, String start, KeyPair keys) {
        String head = start;
        for (StoredRecord record : records) {
            RecordSeal seal = RecordSeal.read(String.valueOf(record.sealLine())).orElseThrow();
            assertThat(seal.previous()).as("record %d", record.sequence()).isEqualTo(head);
            assertThat(seal.holds("till-01", record.sequence(), record.body(), keys.getPublic()))
                    .as("record %d", record.sequence())
                    .isTrue();
            head = seal.head("till-01", record.sequence(), record.body());
        }
    }

    @Test
    void eachRecordIsSealedOverTheOneBeforeAlsoAfterARestart() throws Exception {
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            journal.appendSoon(RecordKind.EVENT, RULE, event("B"));
        }
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("C"));
            List<StoredRecord> records = all(journal);
            assertThat(records).hasSize(3);
            assertChain(records, JournalChain.START, TestKeys.PAIR);
            RecordSeal last =
                    RecordSeal.read(String.valueOf(records.get(2).sealLine())).orElseThrow();
            assertThat(journal.head())
                    .isEqualTo(new ChainHead(
                            3, last.head("till-01", 3, records.get(2).body())));
            assertThat(journal.headAt(2)).isEqualTo(new ChainHead(2, last.previous()));
            assertThat(journal.headAt(99)).isEqualTo(journal.head());
            assertThat(journal.headAt(0)).isEqualTo(ChainHead.START);
            assertThat(journal.changedRecord()).isEmpty();
        }
    }

    @Test
    void nothingIsRecordedWithoutAKey() throws Exception {
        try (Journal journal = Journal.open(directory.resolve("journal.db"), new TestClock())) {
            journal.enrolled(TestRegister.IDENTITY, 1);
            assertThatThrownBy(() -> journal.append(RecordKind.EVENT, RULE, event("A")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(journal.recordCount()).isZero();
            assertThat(journal.nextSequence()).isEqualTo(1);
        }
    }

    @Test
    void anotherKeyGoesOnWithTheSameChain() throws Exception {
        KeyPair second = TestKeys.make();
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            String head = journal.head().head();
            journal.sealWith(TestKeys.sealer(second));
            journal.append(RecordKind.EVENT, RULE, event("B"));
            assertChain(all(journal).subList(1, 2), head, second);
        }
        try (Journal journal = open()) {
            assertThat(journal.changedRecord())
                    .as("the seal of an earlier key is as good")
                    .isEmpty();
        }
    }

    @Test
    void aJournalFromBeforeTheSealsIsSealedFromItsFirstRecordOn() throws Exception {
        int records = 250;
        try (Journal journal = open()) {
            for (int i = 0; i < records; i++) {
                journal.appendSoon(RecordKind.EVENT, RULE, event("E" + i));
            }
        }
        change(
                "drop table seal",
                "drop table journal_key",
                "drop table chain_start",
                "drop table superseded",
                "drop table fiscal_answer",
                "pragma user_version = 5");
        try (Journal journal = open()) {
            assertThat(all(journal)).hasSize(records);
            assertChain(all(journal), JournalChain.START, TestKeys.PAIR);
            assertThat(journal.head().sequence()).isEqualTo(records);
            assertThat(journal.changedRecord()).isEmpty();
        }
    }

    @Test
    void sealingGoesOnWhereThePowerWent() throws Exception {
        try (Journal journal = open()) {
            for (int i = 0; i < 10; i++) {
                journal.append(RecordKind.EVENT, RULE, event("E" + i));
            }
        }
        change("delete from seal where sequence > 4", "insert into meta (key, value) values ('unsealed-to', '10')");
        try (Journal journal = open()) {
            assertThat(all(journal)).hasSize(10);
            assertChain(all(journal), JournalChain.START, TestKeys.PAIR);
        }
    }

    @Test
    void aNewestRecordThatSomebodyChangedIsNoticed() throws Exception {
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            journal.append(RecordKind.EVENT, RULE, event("B"));
        }
        change("update record set body = cast(replace(cast(body as text), 'op-1', 'op-2') as blob) where sequence = 2");
        try (Journal journal = open()) {
            assertThat(journal.changedRecord()).hasValue(2);
        }
    }

    @Test
    void aRecordThatSomebodyAddedIsNotSealedForHim() throws Exception {
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
        }
        change("insert into record select 2, kind, null, body, made_at from record where sequence = 1");
        try (Journal journal = open()) {
            assertThat(journal.changedRecord()).hasValue(2);
            assertThat(journal.find(2).orElseThrow().sealLine()).isNull();
        }
    }

    @Test
    void aRecordWhoseSealBelongsToANewerHeadIsNoticed() throws Exception {
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            journal.append(RecordKind.EVENT, RULE, event("B"));
        }
        change("update seal set head = '" + "f".repeat(64) + "' where sequence = 2");
        try (Journal journal = open()) {
            assertThat(journal.changedRecord()).hasValue(2);
        }
    }

    @Test
    void anotherKeyIsToldOfInTheFirstRecordThatItSeals() throws Exception {
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
        }
        KeyPair renewed = TestKeys.make();
        try (Journal journal =
                Journal.open(directory.resolve("journal.db"), new TestClock(), TestKeys.sealer(renewed))) {
            journal.append(RecordKind.EVENT, RULE, event("B"));
            journal.append(RecordKind.EVENT, RULE, event("C"));
            List<StoredRecord> records = all(journal);
            assertThat(records)
                    .extracting(StoredRecord::kind)
                    .containsExactly("EVENT", "KEY_CHANGED", "EVENT", "EVENT");
            KeyChangedMessage told = keyChange(records.get(1));
            assertThat(told.oldKeyId()).isEqualTo(JournalChain.keyId(TestKeys.PAIR.getPublic()));
            assertThat(told.newKeyId()).isEqualTo(JournalChain.keyId(renewed.getPublic()));
            assertThat(Base64.getDecoder().decode(told.newPublicKey()))
                    .isEqualTo(renewed.getPublic().getEncoded());
            assertChain(records.subList(1, 4), journal.headAt(1).head(), renewed);
        }
    }

    @Test
    void anEmptiedJournalGoesOnFromTheServersHead() throws Exception {
        String head = "ab".repeat(32);
        Path file = directory.resolve("journal.db");
        try (Journal journal = Journal.open(file, new TestClock(), TestKeys.SEALER)) {
            journal.enrolled(TestRegister.IDENTITY, 43, new ChainHead(42, head));
            assertThat(journal.head()).isEqualTo(new ChainHead(42, head));
        }
        try (Journal journal = Journal.open(file, new TestClock(), TestKeys.SEALER)) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            List<StoredRecord> records = all(journal);
            assertThat(records).extracting(StoredRecord::sequence).containsExactly(43L, 44L);
            assertThat(keyChange(records.get(0)).oldKeyId()).isNull();
            assertChain(records, head, TestKeys.PAIR);
        }
    }

    @Test
    void aServerThatHasLessThanTheJournalDoesNotMoveItsChain() throws Exception {
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            journal.append(RecordKind.EVENT, RULE, event("B"));
            ChainHead before = journal.head();
            journal.enrolled(TestRegister.IDENTITY, 2, journal.headAt(1));
            journal.append(RecordKind.EVENT, RULE, event("C"));
            assertThat(before.sequence()).isEqualTo(2);
            assertChain(all(journal), JournalChain.START, TestKeys.PAIR);
            assertThat(all(journal)).extracting(StoredRecord::kind).containsOnly("EVENT");
        }
    }

    private static KeyChangedMessage keyChange(StoredRecord stored) {
        JournalRecord record = WireJson.read(stored.body(), JournalRecord.class);
        assertThat(record.kind()).isEqualTo(RecordKind.KEY_CHANGED.name());
        return record.message(KeyChangedMessage.class);
    }
}
