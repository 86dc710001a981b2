package org.tillwright.system;

import java.io.IOException;
import java.math.RoundingMode;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.register.outbox.SalesServer;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.server.Reply;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.WireJson;

/** A register without a window: its own key and client, and one sale of five lines whenever it is told to. */
final class LoadTill {

    private static final int LINES = 5;
    private static final TaxPolicyMessage POLICY = TaxPolicyMessage.of(
            new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP));

    private final HttpServer server;
    private final String workstationId;
    private final UUID till = UUID.randomUUID();
    private final Clock clock;
    private long sequence;

    private LoadTill(HttpServer server, String workstationId, Clock clock) {
        this.server = server;
        this.workstationId = workstationId;
        this.clock = clock;
    }

    static LoadTill enrolled(
            URI address, FirstStart.Code code, RegisterHome home, Supplier<jakarta.ws.rs.client.Client> clients)
            throws IOException, DemoFailedException {
        Clock clock = Clock.systemUTC();
        RegisterKeys keys = RegisterKeys.open(home, new SecureRandom());
        var server = new HttpServer(
                address, clients, keys, () -> Optional.of(code.workstationId()), clock, UUID::randomUUID);
        if (server.enrol(code.code(), keys.publicKeyText()) instanceof Reply.Answered<EnrolmentAnswer>) {
            return new LoadTill(server, code.workstationId(), clock);
        }
        throw new DemoFailedException("the server did not enrol " + code.workstationId());
    }

    /** Sends the next sale; empty when the server did not take it, and the same number comes again. */
    Optional<Duration> sell() {
        byte[] record =
                WireJson.write(JournalRecord.of(workstationId, sequence + 1, RecordKind.SALE, 1, POLICY, sale()));
        long begun = System.nanoTime();
        if (server.put(sequence + 1, record, null) instanceof SalesServer.Accepted) {
            sequence++;
            return Optional.of(Duration.ofNanos(System.nanoTime() - begun));
        }
        return Optional.empty();
    }

    private SaleMessage sale() {
        Instant now = clock.instant();
        List<SaleMessage.Line> lines = new ArrayList<>();
        for (long i = 1; i <= LINES; i++) {
            lines.add(new SaleMessage.Line(
                    i, "load-item-" + i, "Load item " + i, 1000L, 1_070_000L, 107L, 100L, 7L, "R", null));
        }
        return new SaleMessage(
                UUID.randomUUID(),
                "store-1",
                till,
                "operator-2",
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                now,
                now,
                "EUR",
                lines,
                List.of(new SaleMessage.TaxLine("R", 70_000L, 100L * LINES, 7L * LINES, 107L * LINES)),
                List.of(new SaleMessage.Tender("CASH", 107L * LINES, null)),
                100L * LINES,
                7L * LINES,
                107L * LINES);
    }
}
