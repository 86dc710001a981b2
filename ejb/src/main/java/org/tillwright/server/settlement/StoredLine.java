package org.tillwright.server.settlement;

/**
 * A payout line that is in the database.
 *
 * @param line its number is the row's id here, so that lines of several files stay apart
 */
record StoredLine(long lineId, PayoutLine line) {}
