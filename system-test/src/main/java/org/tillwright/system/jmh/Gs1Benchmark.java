package org.tillwright.system.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tillwright.core.gs1.Gs1;
import org.tillwright.core.gs1.Gs1Result;
import org.tillwright.core.gs1.Gs1Rules;

/** What lies between a scanner's line and the look-up: a label of measured goods with GTIN, weight, dates and batch. */
@State(Scope.Thread)
public class Gs1Benchmark {

    private String scanned = "]C101095040000591013103001500112601151526011510ABC123\u001D2112345";
    private Gs1Rules rules = Gs1Rules.LENIENT;

    @Benchmark
    public Gs1Result decodeAGs1String() {
        return Gs1.parseScanned(scanned, rules);
    }
}
