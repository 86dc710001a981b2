package org.tillwright.wire.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tillwright.wire.json.Fault;

class OrderMessageTest {

    private static List<String> faultsOf(long... numbers) {
        List<OrderMessage.Line> lines = LongStream.of(numbers)
                .mapToObj(number -> new OrderMessage.Line(number, "milk", "Milk", 1000L, 1_290_000L, 129L))
                .toList();
        OrderMessage order = new OrderMessage(
                UUID.randomUUID(),
                "QUOTATION",
                "ben",
                "Ben",
                Instant.EPOCH,
                LocalDate.EPOCH,
                null,
                null,
                null,
                "EUR",
                129L,
                lines,
                "{}");
        return order.faults().stream().map(Fault::toString).toList();
    }

    @Test
    void eachLineHasANumberOfItsOwn() {
        assertThat(faultsOf(1, 3, 2)).isEmpty();
        assertThat(faultsOf(1, 1)).containsExactly("lines[1].number is there twice");
        assertThat(faultsOf(0, Long.MAX_VALUE))
                .containsExactly("lines[0].number is no number of a line", "lines[1].number is no number of a line");
    }
}
