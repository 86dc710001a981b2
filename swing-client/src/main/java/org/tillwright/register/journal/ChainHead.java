package org.tillwright.register.journal;

import org.jspecify.annotations.Nullable;
import org.tillwright.wire.seal.JournalChain;

/**
 * Where a chain of sealed records stands.
 *
 * @param sequence the newest sealed record; 0 before the first
 * @param head the head of the chain after it, 64 hex digits
 */
public record ChainHead(long sequence, String head) {

    /** Before the first record. */
    public static final ChainHead START = new ChainHead(0, JournalChain.START);

    /** As a server tells it: null both when it has no sealed record, or knows nothing of seals. */
    public static ChainHead of(@Nullable Long sequence, @Nullable String head) {
        return sequence == null || head == null ? START : new ChainHead(sequence, head);
    }
}
