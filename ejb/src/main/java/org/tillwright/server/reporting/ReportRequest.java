package org.tillwright.server.reporting;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as they wrote it.
 *
 * @param name of the report, such as sales-of-day
 * @param store id; null for the only one
 * @param from first business day, such as 2026-03-02; null for today
 * @param to last business day; null for the same as the first
 * @param till id of a workstation, or of a till session; null for all
 * @param format pdf or xlsx; null for pdf
 * @param language of the report; null for the operator's, and else the store's
 */
public record ReportRequest(
        String name,
        @Nullable String store,
        @Nullable String from,
        @Nullable String to,
        @Nullable String till,
        @Nullable String format,
        @Nullable String language) {}
