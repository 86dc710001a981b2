package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ScanCommandTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aFileIsJudgedCaseByCaseInOrder() throws IOException {
        JsonArray verdicts = judged(
                """
                {"cases":[
                 {"kind":"bracketed","input":"(10)12345(11)991225"},
                 {"kind":"unbracketed (^ = FNC1)","mode":"strict","input":"^10AB^"},
                 {"kind":"unbracketed (^ = FNC1)","input":"^10AB^"},
                 {"kind":"scan_data (with symbology identifier)","input":"]Q1\\\\^TEST"},
                 {"kind":"component:csum","input":"4006381333932"},
                 {"kind":"linter","input":"(10) "},
                 {"kind":"ai_combination:mutex","input":"(01)04006381333931(37)5"},
                 {"kind":"unheard of","input":"1"},
                 {"kind":"bracketed"},
                 7,
                 {"kind":"bracketed","input":"(10)A","mode":"stict"},
                 {"kind":"bracketed","input":10},
                 {"kind":"component:nothing of the kind","input":"10"}
                ]}""");

        assertThat(verdicts).hasSize(13);
        JsonObject first = verdicts.getJsonObject(0);
        assertThat(first.toString())
                .isEqualTo("{\"input\":\"(10)12345(11)991225\",\"valid\":true,\"error\":null,"
                        + "\"elements\":[{\"ai\":\"10\",\"value\":\"12345\"},{\"ai\":\"11\",\"value\":\"991225\"}],"
                        + "\"output\":\"^1012345^11991225\"}");
        assertThat(verdicts.getJsonObject(1).getString("error")).isEqualTo("FNC1_IDLE");
        assertThat(verdicts.getJsonObject(2).getString("output")).isEqualTo("^10AB");
        assertThat(verdicts.getJsonObject(3).getString("output")).isEqualTo("\\\\^TEST");
        assertThat(verdicts.getJsonObject(4).getString("error")).isEqualTo("INCORRECT_CHECK_DIGIT");
        assertThat(verdicts.getJsonObject(5).getString("error")).isEqualTo("INVALID_CSET82_CHARACTER");
        assertThat(verdicts.getJsonObject(6).getString("error")).isEqualTo("IDENTIFIERS_EXCLUDE_EACH_OTHER");
        for (int i = 7; i < 13; i++) {
            assertThat(verdicts.getJsonObject(i).getBoolean("valid")).isFalse();
            assertThat(verdicts.getJsonObject(i).getString("error"))
                    .startsWith("The")
                    .endsWith(".");
        }
    }

    @Test
    void whatAScannerSentIsJudgedByItsMark() throws IOException {
        JsonArray verdicts = judged(
                """
                {"cases":[
                 {"kind":"scan_data","input":"4006381333931"},
                 {"kind":"scan_data","input":"]E04006381333931|]e010AB"},
                 {"kind":"scan_data","input":"]E3977147396801242"},
                 {"kind":"scan_data","input":"]C0anything"},
                 {"kind":"scan_data","input":"]Q1https://id.gs1.org/01/04006381333931"},
                 {"kind":"scan_data","input":"]Q1https://shop.example"}
                ]}""");

        assertThat(verdicts.getJsonObject(0).getBoolean("valid")).isFalse();
        assertThat(verdicts.getJsonObject(1).getString("output")).isEqualTo("4006381333931|^10AB");
        assertThat(verdicts.getJsonObject(2).getBoolean("valid")).isTrue();
        assertThat(verdicts.getJsonObject(3).getString("output")).isEqualTo("anything");
        assertThat(verdicts.getJsonObject(4).getJsonArray("elements")).hasSize(1);
        assertThat(verdicts.getJsonObject(5).getString("error")).isEqualTo("LINK_WITHOUT_KEY");
    }

    @Test
    void aFileThatCannotBeReadIsOneSentence() throws IOException {
        assertThat(run(directory.resolve("none.json").toString())).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("The file ")
                .endsWith("cannot be judged. There is no such file.\n")
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();

        Path file = Files.writeString(directory.resolve("odd.json"), "{\"carts\":[]}");
        assertThat(run(file.toString())).isEqualTo(2);
        Files.writeString(file, "no JSON");
        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void oneCodeIsExplained() {
        assertThat(run("]C1010400638133393117281231" + "10AB^21X", "--year", "2026"))
                .isZero();

        assertThat(out.toString())
                .contains("kind               ITEM")
                .contains("key                04006381333931")
                .contains("useBy              2028-12-31")
                .contains("(17)   USE BY or EXPIRY           281231 = 2028-12-31")
                .contains("(21)   SERIAL                     X");
    }

    @Test
    void aMisreadCodeIsExplainedByItsCheckDigit() {
        assertThat(run("4006381333932")).isZero();

        assertThat(out.toString()).contains("CHECK_DIGIT").contains("expectedCheckDigit 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4006381333931 | The number of an item.",
                "4006381333932 | Misread, or mistyped: the last digit does not fit the others.",
                "(01)04006381333931(3103)000485 | A label of an item that says how much there is.",
                "(01)04006381333931(3103)000485(3922)299 | A label of an item that says its price.",
                "(01)04006381333931(17)281331 | Not a sound GS1 code: (17): illegal month.",
                "(00)123456789012345675 | A GS1 label that names no item for sale.",
                "(04)1 | Not a sound GS1 code: there is no identifier 04.",
                "https://shop.example | A text that no standard knows: the till looks it up as it stands."
            })
    void aCodeIsExplainedInASentence(String code, String sentence) {
        assertThat(run(code)).isZero();

        assertThat(out.toString()).contains("says               " + sentence);
    }

    @Test
    void noCodeIsNotExplained() {
        assertThat(run(" ")).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("There is no code to explain.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aLabelIsExplainedByTheShopsLayouts() {
        assertThat(run(
                        "2112345015002",
                        "--pattern",
                        "meat=PRICE:21IIIIIVVVVVC:2",
                        "--pattern",
                        "w=quantity:21.....{NNDDD}"))
                .isZero();

        assertThat(out.toString())
                .contains("AMBIGUOUS")
                .contains("price              15.00")
                .contains("quantityMilli      1500");
    }

    @Test
    void anExplanationIsAlsoThereForPrograms() {
        assertThat(run("(01)09521234543213(3103)000195(3922)0299", "--json")).isZero();

        try (JsonReader json = Json.createReader(new StringReader(out.toString()))) {
            JsonObject explanation = json.readObject();
            assertThat(explanation.getJsonObject("facts").getString("priceMinor"))
                    .isEqualTo("299");
            assertThat(explanation.getJsonArray("elements")).hasSize(3);
            assertThat(explanation.getJsonArray("elements").getJsonObject(1).getString("meaning"))
                    .isEqualTo("0.195");
        }
    }

    @Test
    void aPatternThatCannotBeIsOneSentence() {
        assertThat(run("1", "--pattern", "odd=PRICE:IIVVC:2")).isEqualTo(2);
        assertThat(run("1", "--pattern", "odd=COLOUR:21IIVVC:2")).isEqualTo(2);
        assertThat(run("1", "--pattern", "odd=PRICE:21IIVVC:x")).isEqualTo(2);
        assertThat(run("1", "--pattern", "odd=PRICE")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(4);
        assertThat(out.toString()).isEmpty();
    }

    private JsonArray judged(String cases) throws IOException {
        Path file = Files.writeString(directory.resolve("codes.json"), cases);
        assertThat(run(file.toString())).isZero();
        try (JsonReader json = Json.createReader(new StringReader(out.toString()))) {
            return json.readArray();
        }
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "scan";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandLine program = RegisterCommands.commandLine();
        program.setOut(new PrintWriter(out));
        program.setErr(new PrintWriter(err));
        return program.execute(all);
    }
}
