package org.tillwright.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.KeyChangedMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.seal.JournalChain;
import org.tillwright.wire.seal.RecordSeal;

/** The chain over a register's records: what goes on from it is taken, and nothing else. */
class SealedRecordsTest {

    private static final String TILL = TestShop.TILL;

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);
    private final TestKey key = TestKey.make();

    @BeforeEach
    void enrol() {
        key.enrol(shop, TILL);
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    /** A sale, its seal, and the head after it. */
    private record Sealed(long sequence, byte[] bytes, String line, String head) {}

    @Test
    void aChainIsTakenAndItsHeadsAreTold() {
        Sealed first = sealed(key, 1, JournalChain.START);
        Sealed second = sealed(key, 2, first.head());

        assertThat(accept(first).isRepeat()).isFalse();
        assertThat(accept(second).isRepeat()).isFalse();
        assertThat(accept(first).isRepeat()).isTrue();

        JournalState state = shop.inTransaction(() -> journal.state(TILL));
        assertThat(state.headSequence()).isEqualTo(2);
        assertThat(state.head()).isEqualTo(second.head());
        assertThat(state.keyId()).isEqualTo(key.id());
        JournalState before = shop.inTransaction(() -> journal.state(TILL, 1L));
        assertThat(before.headSequence()).isEqualTo(1);
        assertThat(before.head()).isEqualTo(first.head());
        assertThat(shop.inTransaction(() -> journal.state(TILL, 0L)).head()).isNull();
        EnrolmentAnswer again = TestKey.make().enrol(shop, TILL);
        assertThat(again.headSequence()).isEqualTo(2);
        assertThat(again.head()).isEqualTo(second.head());
    }

    @Test
    void oneWhoSealsGoesOnSealing() {
        accept(1, null, sale(1)); // from before its program was brought up to date
        Sealed second = sealed(key, 2, "a".repeat(64));
        accept(second);

        assertRefused(ProblemCode.SEAL_MISSING, () -> accept(3, null, sale(3)));

        assertThat(accept(sealed(key, 3, second.head())).isRepeat()).isFalse();
    }

    @Test
    void aSealOverOtherBytesOrByAStrangersKeyIsBroken() {
        Sealed first = sealed(key, 1, JournalChain.START);
        Sealed strangers = sealed(TestKey.make(), 1, JournalChain.START);

        assertRefused(ProblemCode.SEAL_BROKEN, () -> accept(1, first.line(), sale(1)));
        assertRefused(ProblemCode.SEAL_BROKEN, () -> accept(strangers));
        assertRefused(ProblemCode.SEAL_BROKEN, () -> accept(1, "no seal", first.bytes()));
        assertRefused(
                ProblemCode.SEAL_BROKEN,
                () -> accept(
                        1,
                        key.seal("till-02", 1, JournalChain.START, first.bytes())
                                .text(),
                        first.bytes()));

        assertThat(shop.database.count("journal_record", "true")).isZero();
        assertThat(shop.database.count("refused_record", "code = 'SEAL_BROKEN'"))
                .isEqualTo(3); // the same bytes twice are one
    }

    @Test
    void aCopyOfTheDiskForksTheChain() {
        Sealed first = sealed(key, 1, JournalChain.START);
        accept(first);
        accept(sealed(key, 2, first.head()));

        Sealed ownSecond = sealed(key, 2, first.head());
        assertRefused(ProblemCode.RECORD_CONFLICT, () -> accept(ownSecond));
        assertRefused(ProblemCode.CHAIN_FORKED, () -> accept(sealed(key, 3, ownSecond.head())));
        assertThat(shop.database.count("retail_transaction", "true")).isEqualTo(2);
    }

    @Test
    void aFirstRecordBeginsTheChain() {
        assertRefused(ProblemCode.CHAIN_FORKED, () -> accept(sealed(key, 1, "a".repeat(64))));
    }

    @Test
    void aRecordOverAGapIsTakenAndItsLinkIsLookedAtWhenTheGapCloses() {
        Sealed first = sealed(key, 1, JournalChain.START);
        Sealed second = sealed(key, 2, first.head());
        accept(first);
        accept(sealed(key, 3, second.head()));

        assertRefused(ProblemCode.CHAIN_FORKED, () -> accept(sealed(key, 2, first.head())));
        assertThat(accept(second).isRepeat()).isFalse();
    }

    @Test
    void anotherKeyBeginsWithARecordThatTellsOfIt() {
        Sealed first = sealed(key, 1, JournalChain.START);
        accept(first);
        TestKey next = TestKey.make();
        next.enrol(shop, TILL);

        assertRefused(ProblemCode.SEAL_BROKEN, () -> accept(sealed(next, 2, first.head())));
        Sealed told = sealed(next, 2, first.head(), changed(2, key.id(), next));
        accept(told);
        Sealed third = sealed(next, 3, told.head());
        accept(third);

        assertRefused(ProblemCode.SEAL_BROKEN, () -> accept(sealed(key, 4, third.head())));
        assertThat(shop.database.count("audit_entry", "action = 'KEY_CHANGED' and subject = '" + next.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void aChangeOfKeysIsSealedByTheKeyThatItTellsOf() {
        TestKey next = TestKey.make();
        next.enrol(shop, TILL);
        byte[] record = changed(1, key.id(), next);

        assertRefused(ProblemCode.SEAL_BROKEN, () -> accept(sealed(key, 1, JournalChain.START, record)));
        assertRefused(ProblemCode.SEAL_MISSING, () -> accept(1, null, record));
        assertThat(accept(sealed(next, 1, JournalChain.START, record)).isRepeat())
                .isFalse();
    }

    /** The register was given its second key after the copy was made that the server was restored from, and a third since. */
    @Test
    void aKeyThatARestoredServerLostIsTaughtByItsOwnRecord() {
        TestKey lost = TestKey.make();
        TestKey now = TestKey.make();
        now.enrol(shop, TILL);
        shop.clock.advance(Duration.ofMinutes(1));

        Sealed second = sealed(lost, 2, "b".repeat(64), changed(2, key.id(), lost));
        assertRefused(ProblemCode.SEAL_BROKEN, () -> accept(sealed(lost, 3, second.head())));
        accept(second);
        Sealed third = sealed(lost, 3, second.head());
        accept(third);
        accept(sealed(now, 4, third.head(), changed(4, lost.id(), now)));

        assertThat(shop.database.count(
                        "audit_entry", "action = 'REGISTER_KEY_LEARNT' and subject = '" + lost.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void aChangeOfKeysThatContradictsItselfIsUnsound() {
        TestKey next = TestKey.make();
        byte[] record = new String(changed(1, null, next), UTF_8)
                .replace(next.publicKey(), TestKey.make().publicKey())
                .getBytes(UTF_8);

        assertRefused(ProblemCode.UNSOUND_SALE, () -> accept(1, null, record));
    }

    private AcceptedRecord accept(Sealed sealed) {
        return accept(sealed.sequence(), sealed.line(), sealed.bytes());
    }

    private AcceptedRecord accept(long sequence, @Nullable String seal, byte[] bytes) {
        return journal.accept(TILL, sequence, seal, bytes);
    }

    private static Sealed sealed(TestKey key, long sequence, String previous) {
        return sealed(key, sequence, previous, sale(sequence));
    }

    private static Sealed sealed(TestKey key, long sequence, String previous, byte[] bytes) {
        RecordSeal seal = key.seal(TILL, sequence, previous, bytes);
        return new Sealed(sequence, bytes, seal.text(), seal.head(TILL, sequence, bytes));
    }

    private static byte[] sale(long sequence) {
        return new SaleBuilder().line("milk", 1000).record(sequence);
    }

    private static byte[] changed(long sequence, @Nullable String oldKeyId, TestKey key) {
        KeyChangedMessage message = new KeyChangedMessage(
                TestShop.STORE, oldKeyId, key.id(), key.publicKey(), "RENEWED", Instant.parse("2026-03-02T08:00:00Z"));
        return WireJson.write(JournalRecord.of(
                TILL, sequence, RecordKind.KEY_CHANGED, 3, TaxPolicyMessage.of(SaleBuilder.IN_PRICE), message));
    }

    private static void assertRefused(ProblemCode code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }
}
