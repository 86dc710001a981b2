package org.tillwright.boot;

import java.io.IOException;
import java.math.RoundingMode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.tillwright.boot.platform.Processes;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.WireJson;

/** A register that sells without a pause, one sale of one line after the other, until it is told to stop. */
final class SteadySales implements AutoCloseable {

    private static final TaxPolicyMessage POLICY = TaxPolicyMessage.of(
            new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP));
    private static final Instant BEGUN = Instant.parse("2026-03-02T10:15:30Z");

    private final RunningServer server;
    private final EnrolledRegister register;
    private final AtomicLong sold = new AtomicLong();
    private final AtomicBoolean isSelling = new AtomicBoolean(true);
    private final Thread thread = new Thread(this::sell, "steady sales");

    SteadySales(RunningServer server, EnrolledRegister register) {
        this.server = server;
        this.register = register;
        thread.start();
    }

    /** How many the server has accepted so far. */
    long sold() {
        return sold.get();
    }

    void awaitSold(long count) {
        while (sold.get() < count && thread.isAlive()) {
            Processes.pause();
        }
    }

    /** Sends one record; the same number gives the same bytes each time. */
    static int send(RunningServer server, EnrolledRegister register, long sequence)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                server.send(register.request("api/v1/journal/" + register.workstationId() + "/" + sequence)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(record(register.workstationId(), sequence))));
        return answer.statusCode();
    }

    private void sell() {
        try {
            while (isSelling.get()) {
                int status = send(server, register, sold.get() + 1);
                if (status == 201 || status == 200) {
                    sold.incrementAndGet();
                } else if (status != 503) {
                    throw new IllegalStateException("sale " + sold.get() + " was answered " + status);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] record(String workstationId, long sequence) {
        var sale = new SaleMessage(
                new UUID(7, sequence),
                "store-1",
                new UUID(0, 170),
                "operator-2",
                LocalDate.parse("2026-03-02"),
                BEGUN,
                BEGUN.plusSeconds(20),
                "DKK",
                List.of(new SaleMessage.Line(
                        1L, "no-such-item", "Something unheard of", 1000L, 1_070_000L, 107L, 100L, 7L, "R", null)),
                List.of(new SaleMessage.TaxLine("R", 70_000L, 100L, 7L, 107L)),
                List.of(new SaleMessage.Tender("CASH", 107L, null)),
                100L,
                7L,
                107L);
        return WireJson.write(JournalRecord.of(workstationId, sequence, RecordKind.SALE, 1, POLICY, sale));
    }

    @Override
    public void close() {
        isSelling.set(false);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
