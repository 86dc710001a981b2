package org.tillwright.register.sale;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a sale of which somebody pays a part for themselves; the register's note to itself, so that a power cut between
 * the two sales loses nothing.
 *
 * @param after the sale that is paid first: once it is in the journal, the rest is the sale in progress
 * @param whole the sale as it was before; null once nothing can be put together again
 */
public record BillRest(UUID after, SaleDraft rest, @Nullable SaleDraft whole) {}
