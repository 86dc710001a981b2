package org.tillwright.server.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item in a list.
 *
 * @param name in the reader's language, or in another when it has none there
 * @param code the first of its codes; null when it has none
 * @param moreCodes how many it has beside that one
 * @param nextPriceFrom the day that a planned price begins; null when none is planned
 */
public record ItemRow(
        String itemId,
        String name,
        String departmentId,
        String department,
        long hue,
        String unit,
        @Nullable Long unitPriceMicro,
        @Nullable String code,
        long moreCodes,
        @Nullable String pictureId,
        boolean active,
        @Nullable LocalDate nextPriceFrom,
        @Nullable Long nextPriceMicro) {}
