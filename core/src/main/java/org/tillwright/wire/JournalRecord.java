package org.tillwright.wire;

import java.nio.charset.StandardCharsets;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.json.WireJson;

/**
 * One numbered record of a register's journal: the envelope that is kept on the register's disk, sent, and kept by the
 * server, always as the same bytes. It already happened; nobody edits it.
 *
 * @param workstationId the register position that wrote it
 * @param sequence gap-free number per workstation, from 1 at enrolment, never restarted
 * @param kind name of a {@link RecordKind}; text, so that an older program can keep what it does not know
 * @param priceBookVersion price book the register was selling with
 * @param taxPolicy tax rule the register was selling with
 * @param payload the exact text of the kind's message, as JSON; its UTF-8 bytes are what a signature covers
 */
public record JournalRecord(
        @Limit(40) String workstationId,
        Long sequence,
        @Limit(40) String kind,
        Long priceBookVersion,
        TaxPolicyMessage taxPolicy,
        @Limit(MAX_PAYLOAD) String payload) {

    /** Characters in a payload: a sale of 5,000 plain lines fits, of lines with discounts and taxes some 1,500. */
    public static final int MAX_PAYLOAD = 2_000_000;

    /** Wraps a message; what is written here is final. */
    public static JournalRecord of(
            String workstationId,
            long sequence,
            RecordKind kind,
            long priceBookVersion,
            TaxPolicyMessage taxPolicy,
            Record message) {
        String payload = new String(WireJson.write(message), StandardCharsets.UTF_8);
        return new JournalRecord(workstationId, sequence, kind.name(), priceBookVersion, taxPolicy, payload);
    }

    /** Reads the payload as the message of its kind. */
    public <T extends Record> T message(Class<T> type) {
        return WireJson.read(payload.getBytes(StandardCharsets.UTF_8), type);
    }
}
