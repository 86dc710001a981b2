package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JposCommandTest {

    private static final String ENTRY =
            """
            <JposEntry logicalName="%s">
              <creation factoryClass="com.example.%s" serviceClass="com.example.Service"/>
              <vendor name="Example"/><jpos category="%s" version="1.14"/><product name="Model 1" description=""/>
            </JposEntry>
            """;

    @TempDir
    Path home;

    private final StringWriter said = new StringWriter();

    private int run() {
        CommandLine program = RegisterCommands.commandLine().setOut(new PrintWriter(said, true));
        return program.execute("devices", "jpos", "--home", home.toString());
    }

    private void write(String settings, String... entries) throws IOException {
        Files.writeString(home.resolve("register.properties"), settings);
        Files.writeString(home.resolve("jpos.xml"), "<JposEntries>" + String.join("", entries) + "</JposEntries>");
        Path drivers = Files.createDirectories(home.resolve("drivers"));
        try (var jar = new JarOutputStream(Files.newOutputStream(drivers.resolve("example.jar")))) {
            jar.putNextEntry(new JarEntry("com/example/Factory.class"));
        }
    }

    @Test
    void theServicesAreListedWithTheSettingThatTakesEach() throws IOException {
        write(
                "printer = jpos:Printer1?columns=48\n",
                ENTRY.formatted("Printer1", "Factory", "POSPrinter"),
                ENTRY.formatted("Reader1", "Factory", "MSR"),
                ENTRY.formatted("Belt1", "Factory", "Belt"));
        assertThat(run()).isZero();
        assertThat(said.toString().lines().toList())
                .containsExactly(
                        home.resolve("jpos.xml") + ", drivers in " + home.resolve("drivers"),
                        "Printer1                 POSPrinter     printer = jpos:Printer1              Example Model 1",
                        "Reader1                  MSR            badge = jpos:Reader1                 Example Model 1",
                        "Belt1                    Belt           (no use for a register)              Example Model 1");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        write(
                "printer = jpos:Printre1\nscale = jpos:Printer1\n",
                ENTRY.formatted("Printer1", "Factory", "POSPrinter"),
                ENTRY.formatted("Scanner1", "Absent", "Scanner"),
                "<JposEntry logicalName=\"Bare\"/>");
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString())
                .contains("The entry \"Bare\" in ")
                .contains("No jar in " + home.resolve("drivers") + " has the class com.example.Absent that \"Scanner1\""
                        + " needs; put the jar of Example there.")
                .contains("The setting printer names \"Printre1\", which is not in ")
                .contains("The setting scale names \"Printer1\", which is a POSPrinter in ")
                .doesNotContain("com.example.Factory");
    }

    @Test
    void aFaultInAnotherSettingIsSaidBesideTheList() throws IOException {
        write(
                "printer = jpos:Printer1\nlanguage = xx\nscale = nci+serial:ttyS0\n",
                ENTRY.formatted("Printer1", "Factory", "POSPrinter"));
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString())
                .contains(
                        "Printer1                 POSPrinter     printer = jpos:Printer1              Example Model 1")
                .contains("The setting \"language\" is \"xx\"; it must be one of ")
                .contains("The setting \"scale\" is \"nci+serial:ttyS0\"; it names the port \"ttyS0\"");
    }

    @Test
    void theSecondScannerIsLookedAtToo() throws IOException {
        write("scanner.2 = jpos:Printer1\n", ENTRY.formatted("Printer1", "Factory", "POSPrinter"));
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString())
                .contains("The setting scanner.2 names \"Printer1\", which is a POSPrinter in ")
                .contains("a second scanner must be a Scanner");
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString().strip())
                .startsWith("There is no " + home.resolve("jpos.xml") + ". ")
                .hasLineCount(1);
    }
}
