package org.tillwright.register.device.jpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JposFileTest {

    private static final String ENTRY =
            """
            <JposEntry logicalName="%s">
              <creation factoryClass="com.example.Factory" serviceClass="com.example.Service"/>
              <vendor name="Example" url="http://www.example.com"/>
              <jpos category="%s" version="1.14"/>
              <product description="A device" name="Model 1" url="http://www.example.com"/>
              <prop name="port" type="Integer" value="9100"/>
              <prop name="path" value="/dev/ttyS0"/>
            </JposEntry>
            """;

    @TempDir
    Path directory;

    private JposFile read(String text) throws IOException, JposFileException {
        return JposFile.read(Files.writeString(directory.resolve("jpos.xml"), text));
    }

    private static String list(String... entries) {
        return "<JposEntries>" + String.join("", entries) + "</JposEntries>";
    }

    private static String entry(String name, String category) {
        return ENTRY.formatted(name, category);
    }

    @Test
    void aServiceIsFoundByNameWithAllThatItsMakerSaysOfIt() throws IOException, JposFileException {
        JposEntryLine found = read(list(entry("Printer1", "POSPrinter"), entry("Scanner1", "Scanner")))
                .entry("Printer1", JposCategory.POS_PRINTER);
        assertThat(found.vendor()).isEqualTo("Example");
        assertThat(found.product()).isEqualTo("Model 1");
        assertThat(found.factoryClass()).isEqualTo("com.example.Factory");
        assertThat(found.properties())
                .contains(
                        new JposEntryLine.Property("port", "Integer", "9100"),
                        new JposEntryLine.Property("path", "String", "/dev/ttyS0"),
                        new JposEntryLine.Property("serviceClass", "String", "com.example.Service"),
                        new JposEntryLine.Property("deviceCategory", "String", "POSPrinter"));
    }

    @Test
    void aNameThatIsNotThereIsToldWithThoseThatAre() throws IOException, JposFileException {
        JposFile file =
                read(list(entry("Printer1", "POSPrinter"), entry("Printer2", "POSPrinter"), entry("S", "Scale")));
        assertFault(() -> file.entry("Printre1", JposCategory.POS_PRINTER))
                .isEqualTo("The setting printer names \"Printre1\", which is not in " + directory.resolve("jpos.xml")
                        + "; what is there of the category POSPrinter: Printer1, Printer2.");
        assertFault(() -> file.entry("Display1", JposCategory.LINE_DISPLAY))
                .endsWith("; nothing in it is a LineDisplay.");
    }

    @Test
    void aCategoryThatDoesNotFitIsTold() throws IOException, JposFileException {
        JposFile file = read(list(entry("Scanner1", "Scanner")));
        assertFault(() -> file.entry("Scanner1", JposCategory.POS_PRINTER))
                .isEqualTo("The setting printer names \"Scanner1\", which is a Scanner in "
                        + directory.resolve("jpos.xml") + "; a receipt printer must be a POSPrinter.");
    }

    @Test
    void oneBadEntryLeavesTheOthersUsable() throws IOException, JposFileException {
        JposFile file = read(list(
                entry("Twice", "Scale"),
                entry("Good", "POSPrinter"),
                entry("Twice", "Scanner"),
                "<JposEntry logicalName=\"Bare\"/>",
                "<JposEntry logicalName=\"NoFactory\"><jpos category=\"MSR\" version=\"1.14\"/></JposEntry>"));
        assertThat(file.entries()).extracting(JposEntryLine::name).containsExactly("Good");
        assertThat(file.faults()).hasSize(3).allMatch(fault -> fault.endsWith("."));
        assertFault(() -> file.entry("Twice", JposCategory.SCALE)).contains("two entries with the name \"Twice\"");
        assertFault(() -> file.entry("Bare", JposCategory.MSR))
                .contains("\"Bare\"")
                .contains("no category");
        assertFault(() -> file.entry("NoFactory", JposCategory.MSR)).contains("no factory");
    }

    @Test
    void aFileThatIsNotThereOrIsNoneIsOneSentence() {
        Path missing = directory.resolve("missing.xml");
        assertFault(() -> JposFile.read(missing)).startsWith("There is no " + missing + ". ");
        assertFault(() -> read("<html><body/></html>")).contains("is no list of JavaPOS services");
        assertFault(() -> read("<JposEntries><JposEntry logicalName=")).contains("is damaged at line 1, column ");
        assertFault(() -> read("")).contains("is damaged");
    }

    /** Makers' files name a DTD beside them or on a server that is long gone. */
    @Test
    @Timeout(20)
    void nothingOutsideTheFileIsLookedAt() throws IOException, JposFileException {
        Path secret = Files.writeString(directory.resolve("secret"), "SECRET");
        String outside = "<!DOCTYPE JposEntries SYSTEM \"http://127.0.0.1:1/jcl.dtd\" [<!ENTITY x SYSTEM \""
                + secret.toUri() + "\">]>" + list(entry("Printer1&x;", "POSPrinter"));
        assertFault(() -> read(outside)).contains("is damaged"); // no entity may stand in an attribute
        String inText = "<!DOCTYPE JposEntries SYSTEM \"http://127.0.0.1:1/jcl.dtd\" [<!ENTITY x SYSTEM \""
                + secret.toUri() + "\">]>" + list(entry("Printer1", "POSPrinter"), "&x;");
        assertThat(read(inText).entries()).hasSize(1).noneMatch(each -> each.toString()
                .contains("SECRET"));
    }

    @Test
    @Timeout(20)
    void aFileThatGrowsWhileItIsReadIsRefused() {
        var bomb = new StringBuilder("<!DOCTYPE JposEntries [<!ENTITY a \"aaaaaaaaaa\">");
        for (char name = 'b'; name <= 'k'; name++) {
            String inner = "&" + (char) (name - 1) + ";";
            bomb.append("<!ENTITY ")
                    .append(name)
                    .append(" \"")
                    .append(inner.repeat(10))
                    .append("\">");
        }
        bomb.append("]>").append(list("<JposEntry logicalName=\"&k;\"/>"));
        assertFault(() -> read(bomb.toString())).contains("is damaged");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertFault(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        JposFileException[] told = new JposFileException[1];
        assertThatExceptionOfType(JposFileException.class).isThrownBy(reading).satisfies(fault -> told[0] = fault);
        return assertThat(told[0].sentence());
    }
}
