package org.tillwright.register.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.ChainHead;
import org.tillwright.register.journal.JournalCheck;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.JournalFile;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.wire.json.WireJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journal}: what an auditor wants of a register's journal. It reads, also while the register sells, and never writes there. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "A register's journal for whoever has to check it: docs/verify tells how.")
public final class JournalCommand implements Runnable {

    private static final String FORMAT = "tillwright-journal-export 1";

    @Spec
    CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = CommandLine.ScopeType.INHERIT,
            description = "directory of the register (default: register in TILLWRIGHT_HOME or in ~/.tillwright)")
    @Nullable
    Path home;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Write every record with its seal into a file, as VerifyJournal.java reads it.")
    int export(@Parameters(paramLabel = "FILE", description = "the file to be made") Path file) {
        return reading(journal -> {
            long[] count = {0};
            keep(file, out -> {
                out.write(FORMAT + " " + journal.workstationId() + "\n");
                journal.<IOException>each(entry -> {
                    String seal = entry.sealLine().isEmpty() ? "-" : entry.sealLine();
                    out.write(entry.sequence() + "\t" + seal + "\t" + base64(entry.body()) + "\n");
                    count[0]++;
                });
            });
            say(count[0] + " records of " + journal.workstationId() + " are in " + file + ".");
            return CommandLine.ExitCode.OK;
        });
    }

    @Command(
            name = "keys",
            mixinStandardHelpOptions = true,
            description = {
                "Write the register's public keys, and where its chain stands, into a file.",
                "Who does not trust the register compares the keys' names with those that the server has."
            })
    int keys(@Parameters(paramLabel = "FILE", description = "the file to be made") Path file) {
        return reading(journal -> {
            keep(file, out -> {
                for (JournalFile.Key key : journal.keys()) {
                    String encoded = Base64.getEncoder().encodeToString(key.encoded());
                    out.write("key\t" + key.keyId() + "\t" + encoded + "\t" + key.fromSequence() + "\n");
                }
                for (ChainHead start : journal.starts()) {
                    out.write("start\t" + start.sequence() + "\t" + start.head() + "\n");
                }
                ChainHead head = journal.head();
                out.write("head\t" + head.sequence() + "\t" + head.head() + "\n");
            });
            say(journal.keys().size() + " keys of " + journal.workstationId() + " are in " + file + ".");
            return CommandLine.ExitCode.OK;
        });
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Check the journal's numbers, chain and signatures on this disk.",
                "Exit code 0 when all is well, 1 when a record is wrong or the journal cannot be read."
            })
    int verify(@Option(names = "--json", description = "as JSON") boolean asJson) {
        return reading(journal -> {
            JournalCheck.Result result = JournalCheck.of(journal);
            if (asJson) {
                print(Verdict.of(journal.workstationId(), result).json());
            } else {
                result.findings()
                        .forEach(finding -> print("Record " + finding.sequence() + " " + finding.problem() + "."));
                print(result.records() + " records of " + journal.workstationId() + " up to number " + result.newest()
                        + ": "
                        + (result.findings().isEmpty()
                                ? "all is well."
                                : result.findings().size() + " faults."));
            }
            return result.findings().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        });
    }

    /** What {@code verify --json} says: which records are wrong, and how many there are. */
    public record Verdict(String workstationId, Long records, Long newest, List<Wrong> wrong) {

        /** A record, and what is wrong with it. */
        public record Wrong(Long sequence, String problem) {}

        static Verdict of(String workstationId, JournalCheck.Result result) {
            return new Verdict(
                    workstationId,
                    result.records(),
                    result.newest(),
                    result.findings().stream()
                            .map(finding -> new Wrong(finding.sequence(), finding.problem()))
                            .toList());
        }

        String json() {
            return new String(WireJson.print(this), StandardCharsets.UTF_8);
        }
    }

    private interface Work {
        int on(JournalFile journal) throws JournalException, IOException;
    }

    private interface Text {
        void into(Writer out) throws JournalException, IOException;
    }

    private int reading(Work work) {
        RegisterHome place = home == null ? RegisterHome.ofUser() : RegisterHome.at(home);
        try (JournalFile journal = JournalFile.open(place.journal())) {
            return work.on(journal);
        } catch (JournalException e) {
            say(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            say("The file cannot be written: " + e.getMessage());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Writes a file beside its place and moves it there when it is whole. */
    private static void keep(Path file, Text text) throws JournalException, IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.US_ASCII)) {
            text.into(out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String base64(byte[] body) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(body);
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getErr();
        out.println(line);
        out.flush();
    }
}
