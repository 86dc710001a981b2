package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloseBenchTest {

    @TempDir
    Path directory;

    /** What grows with the sales would show here already: ten thousand of them have two seconds. */
    @Test
    void aTillOfManySalesIsFoundAndClosedAtOnce() throws Exception {
        CloseBench.Result result = CloseBench.run(directory, 1_000, SampleShop.catalogue(), System::nanoTime);
        assertThat(result.sales()).isEqualTo(1_000);
        assertThat(result.start()).isLessThan(Duration.ofSeconds(2));
        assertThat(result.close()).isLessThan(Duration.ofSeconds(2));
    }
}
