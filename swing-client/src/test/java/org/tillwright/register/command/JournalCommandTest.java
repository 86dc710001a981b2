package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.RULE;
import static org.tillwright.register.testing.TestRegister.event;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.wire.RecordKind;

/** What an auditor gets of a journal, and what the auditor's own program finds when somebody wrote in it. */
class JournalCommandTest {

    private static final int RECORDS = 16;
    private static final int EACH_KIND = 250;

    @TempDir
    Path directory;

    private Path export;
    private Path keys;
    private Verifier verifier;

    @BeforeEach
    void makeJournal() throws Exception {
        Path file = new RegisterHome(directory).journal();
        try (Journal journal = Journal.open(file, new TestClock(), TestKeys.SEALER)) {
            journal.enrolled(TestRegister.IDENTITY, 1);
            for (int i = 0; i < RECORDS / 2; i++) {
                journal.append(RecordKind.EVENT, RULE, event("E" + i));
            }
        }
        KeyPair renewed = TestKeys.make();
        try (Journal journal = Journal.open(file, new TestClock(), TestKeys.sealer(renewed))) {
            for (int i = RECORDS / 2; i < RECORDS - 1; i++) { // and one that tells of the new key
                journal.append(RecordKind.EVENT, RULE, event("E" + i));
            }
        }
        export = directory.resolve("journal.txt");
        keys = directory.resolve("keys.txt");
        assertThat(run("export", export.toString()).code()).isZero();
        assertThat(run("keys", keys.toString()).code()).isZero();
        verifier = new Verifier(directory);
    }

    private record Ran(int code, String out, String err) {}

    private Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("journal"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", directory.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = RegisterCommands.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(new String[0]));
        return new Ran(code, out.toString(), err.toString());
    }

    @Test
    void aSoundJournalIsFoundSoundByBoth() throws Exception {
        Ran ran = run("verify");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("16 records of till-01 up to number 16: all is well." + System.lineSeparator());
        Verifier.Said said = verifier.run(export, keys);
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("16 records up to number 16, 16 of them sealed")
                .contains("0 faults");
    }

    @Test
    void aRecordThatWasChangedOnTheDiskIsNamed() throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + new RegisterHome(directory).journal());
                Statement statement = connection.createStatement()) {
            statement.execute("update record set body = replace(body, 'E3', 'E4') where sequence = 4");
            statement.execute("pragma foreign_keys = off");
            statement.execute("delete from record where sequence = 12");
        }
        Ran ran = run("verify", "--json");
        assertThat(ran.code()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out())
                .as(ran.err())
                .contains("{\"sequence\":4,\"problem\":\"is not as it was sealed\"}")
                .contains("{\"sequence\":13,\"problem\":\"stands where record 12 should; that is missing\"}");
        assertThat(run("export", export.toString()).code()).isZero();
        assertThat(verifier.run(export, keys).text())
                .contains("Record 4: it is not as it was sealed.")
                .contains("record 13 comes after 11; record 12 is missing here.");
    }

    @Test
    void aThousandRandomChangesAreEachFoundWhereTheyAre() throws Exception {
        Random random = new Random(20261123);
        List<String> whole = Files.readAllLines(export, StandardCharsets.US_ASCII);
        for (int i = 0; i < EACH_KIND; i++) {
            edited(whole, random);
            deleted(whole, random);
            swapped(whole, random);
            truncated(random);
        }
    }

    /** One character of one record is another one. */
    private void edited(List<String> whole, Random random) throws Exception {
        int at = 1 + random.nextInt(RECORDS);
        String line = whole.get(at);
        int place = random.nextInt(line.length());
        char other = (char) (33 + random.nextInt(94));
        if (other == line.charAt(place)) {
            return;
        }
        List<String> lines = new ArrayList<>(whole);
        lines.set(at, line.substring(0, place) + other + line.substring(place + 1));
        // With another number the record stands in a wrong place, or those before it are missing; each names it or its
        // line.
        assertFound(lines, at, at + 1, "character " + place + " of record " + at + " is " + other);
    }

    private void deleted(List<String> whole, Random random) throws Exception {
        int at = 1 + random.nextInt(RECORDS);
        List<String> lines = new ArrayList<>(whole);
        lines.remove(at);
        assertFound(lines, at, at, "without record " + at);
    }

    private void swapped(List<String> whole, Random random) throws Exception {
        int one = 1 + random.nextInt(RECORDS);
        int other = 1 + random.nextInt(RECORDS);
        if (one != other) {
            List<String> lines = new ArrayList<>(whole);
            Collections.swap(lines, one, other);
            assertFound(lines, Math.min(one, other), Math.max(one, other) + 1, one + " and " + other + " swapped");
        }
    }

    private void truncated(Random random) throws Exception {
        byte[] bytes = Files.readAllBytes(export);
        int header = new String(bytes, StandardCharsets.US_ASCII).indexOf('\n') + 1;
        int left = header + random.nextInt(bytes.length - header);
        Path cut = directory.resolve("cut.txt");
        Files.write(cut, Arrays.copyOf(bytes, left));
        Verifier.Said said = verifier.run(cut, keys);
        assertThat(said.code()).as("cut to %d bytes: %s", left, said.text()).isEqualTo(1);
        assertThat(said.text()).as("cut to %d bytes", left).containsPattern("ends (with record|in the middle)");
    }

    private void assertFound(List<String> lines, int from, int to, String what) throws Exception {
        Path changed = directory.resolve("changed.txt");
        Files.writeString(changed, String.join("\n", lines) + "\n", StandardCharsets.US_ASCII);
        Verifier.Said said = verifier.run(changed, keys);
        assertThat(said.code()).as("%s: %s", what, said.text()).isEqualTo(1);
        assertThat(numbers(said.text()))
                .as("%s: %s", what, said.text())
                .anyMatch(number -> number >= from && number <= to);
    }

    private static List<Long> numbers(String text) {
        List<Long> numbers = new ArrayList<>();
        Matcher matcher = Pattern.compile("[Rr]ecords? ([0-9]{1,18})").matcher(text);
        while (matcher.find()) {
            numbers.add(Long.valueOf(matcher.group(1)));
        }
        return numbers;
    }

    @Test
    void aForeignRegistersJournalIsNotThisOnes() throws Exception {
        Files.writeString(export, Files.readString(export).replaceFirst("till-01", "till-02"));
        Verifier.Said said = verifier.run(export, keys);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .contains("Record 1: it is not as it was sealed.")
                .contains("Workstation till-02");
    }

    @Test
    void aJournalFromANewerProgramIsNotGuessedAt() throws IOException {
        Files.writeString(export, Files.readString(export).replaceFirst("export 1", "export 2"));
        Verifier.Said said = verifier.run(export, keys);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("exported in format 2").contains("newer version");
    }

    @Test
    void anOldKeyCannotGoOnAfterTheNewOneBegan() throws Exception {
        Path file = new RegisterHome(directory).journal();
        try (Journal journal = Journal.open(file, new TestClock(), TestKeys.SEALER)) {
            journal.append(RecordKind.EVENT, RULE, event("LATE"));
        }
        assertThat(run("export", export.toString()).code()).isZero();
        Verifier.Said said = verifier.run(export, keys);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("Record 17: it is sealed with the old key");
    }

    @Test
    void whereThereIsNoJournalItIsSaid() {
        Path nowhere = directory.resolve("nowhere");
        StringWriter err = new StringWriter();
        int code = RegisterCommands.commandLine()
                .setErr(new PrintWriter(err))
                .execute("journal", "verify", "--home", nowhere.toString());
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("There is no journal at").contains("nowhere");
    }
}
