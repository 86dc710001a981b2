package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PriceCommandTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int price(Path file) {
        CommandLine command = RegisterCommands.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute("price", file.toString());
    }

    @Test
    void answersAreAnArrayOnStandardOutputEvenWhereOneIsAnError() throws IOException {
        Path file = Files.writeString(
                directory.resolve("cases.json"),
                """
                {"cases": [
                  {"id": "a", "kind": "line", "price_unit": 1, "quantity": 2, "taxes": []},
                  {"id": "b", "kind": "what"}
                ]}
                """);

        assertThat(price(file)).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "[",
                        "{\"id\":\"a\",\"total_excluded\":\"2.00\",\"total_included\":\"2.00\",\"taxes\":[]},",
                        "{\"id\":\"b\",\"error\":\"The kind \\\"what\\\" is none of line, document, global_discount"
                                + " and adapt_price.\"}",
                        "]");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsOneSentenceOnStandardError() {
        assertThat(price(directory.resolve("none.json"))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("The file ")
                .endsWith("none.json cannot be priced. There is no such file.");
    }
}
