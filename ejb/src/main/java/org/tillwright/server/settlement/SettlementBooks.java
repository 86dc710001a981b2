package org.tillwright.server.settlement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.tillwright.server.ledger.Account;
import org.tillwright.server.ledger.JournalEntry;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.ledger.Posting;

/**
 * What settlement does to the books. A payout brings money to the bank, less the fee; what it pays of tenders leaves the accounts
 * of cards and phones, and the rest waits in an account of its own until it is matched or a person settles it.
 */
@Dependent
class SettlementBooks {

    @Inject
    LedgerService ledger;

    /** Books the lines that a file brought, one entry for each currency. */
    void payout(UUID fileId, String storeId, LocalDate day, Map<StoredLine, Matching.Finding> findings) {
        Map<String, List<Posting>> byCurrency = new TreeMap<>();
        findings.forEach((stored, finding) -> {
            PayoutLine line = stored.line();
            List<Posting> postings = byCurrency.computeIfAbsent(line.currency(), unused -> new ArrayList<>());
            postings.add(Posting.debit(Account.BANK, line.netMinor()));
            postings.add(Posting.debit(Account.CARD_FEES, line.feeMinor()));
            postings.add(Posting.credit(accountOf(finding), line.grossMinor()));
        });
        byCurrency.forEach((currency, postings) -> ledger.post(new JournalEntry(
                idOf("payout " + fileId + " " + currency), "PAYOUT", storeId, day, currency, summed(postings))));
    }

    /**
     * When something is booked.
     *
     * @param day of the books
     * @param moment tells what is booked from the same a second time, after it was taken back
     */
    record On(LocalDate day, Instant moment) {}

    /** A line of before found its tender at last. */
    void matchedLater(StoredLine stored, String storeId, On on, TakenTender tender) {
        post(line(stored), "PAYOUT_MATCHED", storeId, on, stored.line().currency(), ofMatch(stored, tender));
    }

    /** A person takes back that a line is a tender. */
    void matchUndone(StoredLine stored, String storeId, On on, TakenTender tender) {
        post(
                line(stored),
                "PAYOUT_MATCH_UNDONE",
                storeId,
                on,
                stored.line().currency(),
                reversed(ofMatch(stored, tender)));
    }

    private static List<Posting> ofMatch(StoredLine stored, TakenTender tender) {
        long gross = stored.line().grossMinor();
        return List.of(
                Posting.debit(Account.CARD_UNMATCHED, gross),
                Posting.credit(accountOf(tender), tender.amountMinor()),
                Posting.debit(Account.CARD_DIFFERENCES, Math.subtractExact(tender.amountMinor(), gross)));
    }

    /** A person says that no tender belongs to a line. */
    void lineWrittenOff(StoredLine stored, String storeId, On on) {
        post(line(stored), "PAYOUT_RESOLVED", storeId, on, stored.line().currency(), ofLine(stored));
    }

    void lineWriteOffUndone(StoredLine stored, String storeId, On on) {
        post(line(stored), "PAYOUT_REOPENED", storeId, on, stored.line().currency(), reversed(ofLine(stored)));
    }

    private static List<Posting> ofLine(StoredLine stored) {
        return List.of(
                Posting.debit(Account.CARD_UNMATCHED, stored.line().grossMinor()),
                Posting.credit(Account.CARD_DIFFERENCES, stored.line().grossMinor()));
    }

    /** A person says that nobody will pay a tender out. */
    void tenderWrittenOff(TakenTender tender, String storeId, On on) {
        post(tender(tender), "TENDER_RESOLVED", storeId, on, tender.currency(), ofTender(tender));
    }

    void tenderWriteOffUndone(TakenTender tender, String storeId, On on) {
        post(tender(tender), "TENDER_REOPENED", storeId, on, tender.currency(), reversed(ofTender(tender)));
    }

    private static List<Posting> ofTender(TakenTender tender) {
        return List.of(
                Posting.debit(Account.CARD_DIFFERENCES, tender.amountMinor()),
                Posting.credit(accountOf(tender), tender.amountMinor()));
    }

    private static List<Posting> reversed(List<Posting> postings) {
        return postings.stream()
                .map(posting -> Posting.credit(posting.account(), posting.amountMinor()))
                .toList();
    }

    private static String line(StoredLine stored) {
        return "payout line " + stored.lineId();
    }

    private static String tender(TakenTender tender) {
        return "tender " + tender.transactionId() + "/" + tender.number();
    }

    private void post(String what, String event, String storeId, On on, String currency, List<Posting> postings) {
        ledger.post(new JournalEntry(idOf(what + " at " + on.moment()), event, storeId, on.day(), currency, postings));
    }

    private static Account accountOf(Matching.Finding finding) {
        TakenTender near = finding.near();
        if (finding.how() != null && near != null) {
            return accountOf(near);
        }
        return Account.CARD_UNMATCHED;
    }

    private static Account accountOf(TakenTender tender) {
        return tender.isWallet() ? Account.WALLET : Account.CARD;
    }

    /** One posting for each account: a file of a thousand lines is four of them. */
    private static List<Posting> summed(List<Posting> postings) {
        Map<Account, Long> sums = new TreeMap<>();
        postings.forEach(posting -> sums.merge(posting.account(), posting.amountMinor(), Math::addExact));
        return sums.entrySet().stream()
                .map(sum -> Posting.debit(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** The event itself is the key, so it is booked once. */
    private static UUID idOf(String event) {
        return UUID.nameUUIDFromBytes(event.getBytes(StandardCharsets.UTF_8));
    }
}
