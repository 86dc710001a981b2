package org.tillwright.boot.backup;

import java.time.Instant;
import java.util.List;
import org.tillwright.wire.json.Limit;

/**
 * What a backup says of itself: enough to prove, wherever it is restored, that everything is there.
 *
 * @param format version of the file's own form
 * @param program version of Tillwright that made it
 * @param schema newest migration in it
 * @param bytes length of the statements
 * @param sha256 of the statements, in hex
 * @param facts counted in the same snapshot as the statements were read
 */
public record BackupManifest(
        Long format,
        @Limit(40) String program,
        @Limit(40) String schema,
        Instant takenAt,
        Long bytes,
        @Limit(64) String sha256,
        Facts facts) {

    static final long FORMAT = 1;

    /** Numbers that a copy has to have too. */
    public record Facts(List<Table> tables, List<Account> accounts) {

        public Facts {
            tables = List.copyOf(tables);
            accounts = List.copyOf(accounts);
        }
    }

    /** How many rows a table has. */
    public record Table(String name, Long rows) {}

    /** The sum of all postings to an account, in the minor unit of a currency. */
    public record Account(String accountId, String currency, Long sumMinor) {}
}
