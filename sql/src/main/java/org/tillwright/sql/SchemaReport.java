package org.tillwright.sql;

import java.util.List;

/**
 * A look at a schema.
 *
 * @param found newest migration in the database, such as 0003; empty when there is none
 * @param wanted newest migration of this program
 * @param missing migrations that would run now, in order
 */
public record SchemaReport(SchemaState state, String found, String wanted, List<String> missing) {

    public SchemaReport {
        missing = List.copyOf(missing);
    }

    /** One sentence, with what to do when there is something to do. */
    public String sentence() {
        return switch (state) {
            case EMPTY -> "The database is empty; the server's next start, or ./pos db migrate, makes its tables.";
            case CURRENT -> "The schema is " + found + ", which is what this program wants.";
            case OLDER ->
                "The schema is " + found + " and this program wants " + wanted + "; " + missing.size()
                        + " migration(s) run at the server's next start or by ./pos db migrate; make a backup first.";
            case NEWER ->
                "The schema is " + found + ", of a newer program; this one knows it up to " + wanted
                        + ". Start the newer program, or restore a backup made before it ran.";
            case HALF_MIGRATED ->
                "Migration " + found + " stopped in the middle, so the tables are neither old nor new;"
                        + " restore the backup made before it ran.";
            case HALF_RESTORED ->
                "A restore into this database stopped in the middle, so data is missing;"
                        + " run ./pos db restore again.";
            case FOREIGN ->
                "The database holds tables, and none of them say that they are Tillwright's;"
                        + " give Tillwright an empty database of its own.";
        };
    }

    /** Whether the server may start on this, by migrating first if need be. */
    public boolean isUsable() {
        return switch (state) {
            case EMPTY, CURRENT, OLDER -> true;
            case NEWER, HALF_MIGRATED, HALF_RESTORED, FOREIGN -> false;
        };
    }
}
