package org.tillwright.system.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

@State(Scope.Thread)
public class TaxBenchmark {

    private long a = 3;

    @Benchmark
    public long one() {
        return a * 7;
    }
}
