package org.tillwright.system.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tillwright.core.gs1.ElementString;
import org.tillwright.core.gs1.Gs1;
import org.tillwright.core.gs1.Gs1Result;
import org.tillwright.core.gs1.Gs1Rules;

/** What lies between a scanner's line and the look-up: a label of measured goods with GTIN, weight, dates and batch. */
@State(Scope.Thread)
public class Gs1Benchmark {

    private final String scanned = "010950400005910131030015001126011515260125" + "10ABC123\u001D2112345";
    private final Gs1Rules rules = Gs1Rules.CONSISTENT;

    public Gs1Benchmark() {
        // A refusal would be quick, and measure nothing.
        if (!(decodeScannedLabel() instanceof ElementString)) {
            throw new IllegalStateException("the label of the benchmark is refused: " + decodeScannedLabel());
        }
    }

    @Benchmark
    public final Gs1Result decodeScannedLabel() {
        return Gs1.parseScanned(scanned, rules);
    }
}
