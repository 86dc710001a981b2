package org.tillwright.register.tally;

import org.tillwright.wire.till.TillFigure;

/**
 * What one record adds to one figure of one till.
 *
 * @param till id of the till session, or {@link TillSums#WORKSTATION}
 * @param subject what the figure is split by; empty for none
 */
public record Addition(String till, TillFigure figure, String subject, long count, long amountMinor) {}
