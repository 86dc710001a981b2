package org.tillwright.server.journal;

import org.tillwright.wire.Acceptance;

/**
 * The answer to a record.
 *
 * @param isRepeat true when the record was accepted before; the acceptance is then the first one
 */
public record AcceptedRecord(Acceptance acceptance, boolean isRepeat) {}
