package org.tillwright.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Currency;
import org.tillwright.system.TestPlace;
import org.tillwright.system.sample.ServerSample;
import org.tillwright.system.thrown.RandomSamples;

/** A short form of what {@code ./pos fuzz pricing --server-sample} does. */
class ServerSampleTest {

    private static final long SEED = 20_260_313;
    private static final int SALES = 36;

    @Test
    void aServerComesToEveryCentThatARegisterCameToAndSeesASaleThatIsBent() throws Exception {
        Currency currency = Currency.of("EUR");
        ServerSample.Outcome outcome = ServerSample.run(
                TestPlace.root(),
                TestPlace.directory("sample"),
                currency,
                new RandomSamples(SEED, currency)::thrown,
                SALES);
        TestPlace.delete("sample");

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.counts()).containsEntry("disputed", 0L).containsEntry("sales", (long) SALES);
        assertThat(outcome.counts())
                .containsKeys(
                        "discounts PROMOTION", "discounts SALE", "discounts LINE", "sales with several taxes told");
        assertThat(outcome.counts().get("returns")).isGreaterThan(SALES);
        assertThat(outcome.counts().get("sales bent by a minor unit on purpose"))
                .isPositive()
                .isEqualTo(outcome.counts().get("bent sales that the server lists, with the right total beside"));
    }
}
