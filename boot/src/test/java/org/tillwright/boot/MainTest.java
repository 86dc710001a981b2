package org.tillwright.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.tillwright.boot.platform.Version;
import picocli.CommandLine;

class MainTest {

    private final StringWriter messages = new StringWriter();
    private final CommandLine main = Main.commandLine().setErr(new PrintWriter(messages, true));

    @Test
    void theVersionIsTheOneThatWasBuilt() {
        assertThat(Version.TEXT).isEqualTo(System.getProperty("tillwright.version"));
    }

    @Test
    void everyUnusableSettingIsToldInWordsAndNothingIsStarted() {
        int exitCode = main.execute("serve", "--port=http", "--data=" + System.getProperty("java.io.tmpdir"));
        assertThat(exitCode).isEqualTo(2);
        assertThat(messages.toString())
                .contains("TILLWRIGHT_HTTP_PORT is http; set a whole number from 0 to 65535.")
                .contains("inside the directory for temporary files")
                .doesNotContain("Exception");
    }
}
