package org.tillwright.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Many items, and a day of many sales, written into a running server's database by SQL alone: seconds, not hours. */
final class BenchData {

    /** The business day that the sales are of. */
    static final String DAY = "2026-01-15";

    private static final List<String> WORDS = List.of(
            "Walnut", "Quince", "Barley", "Saffron", "Chestnut", "Rosehip", "Buckwheat", "Elderflower", "Damson", "Sorrel");

    private BenchData() {}

    /** Returns a word that a tenth of the items have in their names. */
    static String word(int round) {
        return WORDS.get(Math.floorMod(round, WORDS.size()));
    }

    static void load(Path directory, int items, int sales) throws IOException, InterruptedException {
        Path script = directory.resolve("bench.sql");
        Files.writeString(script, items(items) + sales(sales));
        Path boot = ProjectPlace.root().resolve("boot/target");
        ProcessBuilder shell = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        boot.resolve("tillwright-boot-0.1.0.jar") + ":" + boot.resolve("lib") + "/*",
                        "org.tillwright.boot.Main",
                        "db",
                        "shell",
                        "--data",
                        directory.toString())
                .redirectInput(script.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        int ended = shell.start().waitFor();
        Files.delete(script);
        if (ended != 0) {
            throw new IOException("The data for the benchmark could not be loaded; the database ended with " + ended + ".");
        }
    }

    private static String items(int count) {
        String words = "elt(1 + seq % " + WORDS.size() + ", '" + String.join("', '", WORDS) + "')";
        String all = " from seq_1_to_" + count + ";\n";
        return """
                insert into item (item_id, department_id, unit, tax_category, picture_id, tile, active, changed_in)
                  select concat('bench-', seq), elt(1 + seq % 8, 'fruit-vegetables', 'bakery', 'dairy-eggs', 'meat-deli',
                    'pantry', 'drinks', 'sweets-snacks', 'household'), 'PIECE', 'REDUCED', null, null, true, 1"""
                + all
                + "insert into item_name (item_id, language, name) select concat('bench-', seq), 'en', concat(" + words
                + ", ' number ', lpad(seq * 7919 % 1000003, 7, '0'))" + all
                + "insert into item_code (code_key, item_id) select concat('BENCH', seq), concat('bench-', seq)" + all
                + "insert into item_price (item_id, from_version, until_version, unit_price_micro)"
                + " select concat('bench-', seq), 1, null, 1070000" + all
                + "insert into stock_level (store_id, item_id, on_hand_milli)"
                + " select 'demo', concat('bench-', seq), seq % 50 * 1000" + all
                + "insert into unit_cost (store_id, item_id, number, cost_micro, operator_id, told_at)"
                + " select 'demo', concat('bench-', seq), 1, 500000, 'manager', utc_timestamp(6)" + all;
    }

    /** Each sale has five lines of 1.07 with 0.07 tax, paid in cash with change; everything that follows from it is booked. */
    private static String sales(int count) {
        String id = "cast(concat(lpad(hex(s.seq), 8, '0'), '-0000-4000-8000-00000000beef') as uuid)";
        String session = "cast('00000000-0000-4000-8000-00000000feed' as uuid)";
        String at = "timestamp('" + DAY + " 07:00:00') + interval s.seq * 7 % 43200 second";
        String all = " from seq_1_to_" + count + " s";
        return "insert into till_session values (" + session + ", 'demo', 'till-01', 'cashier-1', '" + DAY + "', '" + DAY
                + " 06:30:00', 'EUR', 10000);\n"
                + "insert into till_entry values (" + session + ", 0, " + session + ", 'FLOAT', 'CASH', 'EUR', 10000, '"
                + DAY + " 06:30:00');\n"
                + "insert into retail_transaction select " + id + ", 'demo', 'till-01', s.seq, " + session
                + ", 'cashier-1', '" + DAY + "', " + at + ", " + at + ", " + at
                + ", 1, 'IN_PRICE', 'PER_LINE', 'HALF_UP', 'EUR', 500, 35, 535" + all + ";\n"
                + "insert into line_item select " + id + ", l.seq, concat('bench-', 1 + s.seq * 5 + l.seq), 'Bench', 1000,"
                + " 1070000, 107, 100, 7, 'R', null, null, null" + all + " join seq_1_to_5 l;\n"
                + "insert into tax_line select " + id + ", 'R', 70000, 500, 35, 535" + all + ";\n"
                + "insert into tender_line (transaction_id, number, tender, amount_minor) select " + id
                + ", l.seq, 'CASH', if(l.seq = 1, 1000, -465)" + all + " join seq_1_to_2 l;\n"
                + "insert into till_entry select " + id + ", l.seq, " + session
                + ", 'TENDER', 'CASH', 'EUR', if(l.seq = 1, 1000, -465), " + at + all + " join seq_1_to_2 l;\n"
                + "insert into journal_entry select " + id + ", 'SALE', 'demo', '" + DAY + "', 'EUR', " + at + all + ";\n"
                + "insert into posting select " + id + ", 'SALE', l.seq, elt(l.seq, 'CASH', 'SALES', 'TAX'),"
                + " elt(l.seq, null, 'R', 'R'), elt(l.seq, 535, -500, -35)" + all + " join seq_1_to_3 l;\n"
                + "analyze table item, item_name, item_price, stock_level, unit_cost, retail_transaction, line_item;\n";
    }
}
