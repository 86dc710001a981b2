package org.tillwright.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Sound messages to start from. */
final class Samples {

    private Samples() {}

    /** A sale of two milk and 0.345 kg of apples at a price by hand, a returned bun, paid by card and cash with change. */
    static SaleMessage sale() {
        SaleMessage.Line milk =
                new SaleMessage.Line(1L, "milk", "Whole milk 1 l", 2_000L, 1_290_000L, 258L, 241L, 17L, "R", null);
        SaleMessage.Line apples = new SaleMessage.Line(
                2L,
                "apples",
                "Æbler",
                345L,
                1_990_000L,
                69L,
                64L,
                5L,
                "R",
                new SaleMessage.OverriddenPrice(2_490_000L, "DAMAGED", "op-2"));
        SaleMessage.Line bun =
                new SaleMessage.Line(4L, "bun", "Булочка", -1_000L, 350_000L, -35L, -29L, -6L, "S", null);
        SaleMessage.Card card = new SaleMessage.Card("VISA", "1234", "A1B2C3", "T-1", "000042");
        return new SaleMessage(
                UUID.fromString("6f1c2b9e-4a3d-4c1b-9a60-2f0d7a5e8b11"),
                "demo",
                UUID.fromString("0b5f7c3a-1d2e-4f60-8a9b-3c4d5e6f7a81"),
                "op-3",
                LocalDate.parse("2026-01-31"),
                Instant.parse("2026-01-31T09:30:00Z"),
                Instant.parse("2026-01-31T09:31:12.345Z"),
                "EUR",
                List.of(milk, apples, bun),
                List.of(
                        new SaleMessage.TaxLine("R", 70_000L, 305L, 22L, 327L),
                        new SaleMessage.TaxLine("S", 190_000L, -29L, -6L, -35L)),
                List.of(
                        new SaleMessage.Tender("CARD", 200L, card),
                        new SaleMessage.Tender("CASH", 500L, null),
                        new SaleMessage.Tender("CASH", -408L, null)),
                276L,
                16L,
                292L);
    }
}
