package org.tillwright.register.journal;

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
}
