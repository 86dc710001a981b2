import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Checks an exported journal of a Tillwright register without any part of Tillwright:
 *
 * <pre>java VerifyJournal.java FILE KEYS</pre>
 *
 * FILE is what {@code ./pos journal export} writes, KEYS what {@code ./pos journal keys} writes. README.md beside this file says
 * what stands in them. It checks that the numbers go on by one, that each record goes on from the one before it (the chain), and
 * that each was sealed with a key of the register (the signatures), and says of each record that does not, what is wrong.
 *
 * <p>Exit code: 0 all is well, 1 something is wrong, 2 it could not be checked.
 */
public final class VerifyJournal {

    /** The first word of an export, and the format's number. */
    private static final String FORMAT = "tillwright-journal-export";

    private static final String VERSION = "1";

    /** The head before a journal's first record. */
    private static final String START = "0".repeat(64);

    /** After so many, more would tell nothing. */
    private static final int MOST_FAULTS = 1_000;

    private final List<String> faults = new ArrayList<>();
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Map<String, Long> keyFrom = new HashMap<>();
    private final Map<Long, String> starts = new HashMap<>();
    private long knownHeadOf;
    private String knownHead;

    private String workstation = "";
    private long last; // the number of the record before; 0 before the first
    private String head = START; // after the record before; null when that record is not sound
    private String lastKey; // that sealed the record before; null when none was sealed
    private long sealed;
    private long unsealed;
    private boolean endsInside;

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Usage: java VerifyJournal.java FILE KEYS");
            System.exit(2);
        }
        System.exit(new VerifyJournal().run(Path.of(arguments[0]), Path.of(arguments[1]), System.out));
    }

    private int run(Path file, Path keyFile, PrintStream out) {
        try {
            readKeys(keyFile);
            readRecords(file);
        } catch (CannotCheck e) {
            out.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            out.println("A file cannot be read: " + e.getMessage());
            return 2;
        }
        faults.forEach(out::println);
        out.println("Workstation " + workstation + ": " + (sealed + unsealed) + " records up to number " + last + ", "
                + sealed + " of them sealed and " + unsealed + " from before there were seals; " + faults.size() + " faults.");
        return faults.isEmpty() ? 0 : 1;
    }

    // ---- the keys: one of three kinds of line, its parts apart by tabs ---------------------------------------------------

    /** key KEYID X509 FROM | start SEQUENCE HEAD | head SEQUENCE HEAD */
    private void readKeys(Path file) throws IOException, CannotCheck {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] parts = line.split("\t", -1);
            try {
                switch (parts[0]) {
                    case "key" -> addKey(parts);
                    case "start" -> starts.put(Long.parseLong(parts[1]), parts[2]);
                    case "head" -> {
                        knownHeadOf = Long.parseLong(parts[1]);
                        knownHead = parts[2];
                    }
                    default -> throw new CannotCheck("The file of keys has a line that is none: " + line);
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | GeneralSecurityException e) {
                throw new CannotCheck("The file of keys has a line that cannot be read: " + line);
            }
        }
        if (keys.isEmpty()) {
            throw new CannotCheck("The file of keys has no key.");
        }
    }

    private void addKey(String[] parts) throws GeneralSecurityException, CannotCheck {
        byte[] encoded = Base64.getDecoder().decode(parts[2]);
        if (!hex(sha256(encoded)).substring(0, 16).equals(parts[1])) {
            throw new CannotCheck("The file of keys gives key " + parts[1] + " the name of another one.");
        }
        keys.put(parts[1], KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded)));
        keyFrom.put(parts[1], Long.parseLong(parts[3]));
    }

    // ---- the records: SEQUENCE SEAL RECORD, apart by tabs ----------------------------------------------------------------

    private void readRecords(Path file) throws IOException, CannotCheck {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            String first = line(in);
            readFirst(first == null ? new String[0] : first.split(" ", -1));
            int number = 1;
            for (String line = line(in); line != null && faults.size() < MOST_FAULTS; line = line(in)) {
                number++;
                readRecord(number, line.split("\t", -1));
            }
        }
        if (endsInside) {
            faults.add("The file ends in the middle of a line, after record " + last + ".");
        }
        if (knownHead != null && last < knownHeadOf) {
            faults.add("The journal ends with record " + last + ", and it had " + knownHeadOf + ": records "
                    + (last + 1) + " to " + knownHeadOf + " are missing.");
        } else if (knownHead != null && last == knownHeadOf && head != null && !head.equals(knownHead)) {
            faults.add("Record " + last + ": it is not the one with which the journal ended.");
        }
    }

    private void readFirst(String[] first) throws CannotCheck {
        if (first.length != 3 || !first[0].equals(FORMAT)) {
            throw new CannotCheck("This is no exported journal: its first line should begin with " + FORMAT + ".");
        }
        if (!first[1].equals(VERSION)) {
            throw new CannotCheck("This journal was exported in format " + first[1] + "; this program knows " + VERSION
                    + " only. Take the program that came with the newer version.");
        }
        workstation = first[2];
    }

    private void readRecord(int line, String[] parts) {
        Long sequence = parts.length == 3 ? number(parts[0]) : null;
        byte[] record = parts.length == 3 ? bytes(parts[2]) : null;
        if (sequence == null || record == null) {
            faults.add("Line " + line + ": what stands where record " + (last + 1) + " should is no record.");
            last++; // it stands where that record should
            head = null;
            return;
        }
        checkNumber(line, sequence);
        if (parts[1].equals("-")) {
            checkUnsealed(sequence);
        } else {
            checkSeal(sequence, parts[1].split("\\.", -1), record);
        }
        last = sequence;
    }

    private void checkNumber(int line, long sequence) {
        String goesOnFrom = starts.get(sequence - 1);
        if (sequence == last + 1) {
            return;
        }
        if (goesOnFrom != null && sequence > last) {
            // Records that were on a lost disk; the file of keys says that the journal went on above them.
            head = goesOnFrom;
            lastKey = null;
        } else if (sequence > last) {
            faults.add("Line " + line + ": record " + sequence + " comes after " + last + "; "
                    + (sequence == last + 2 ? "record " + (last + 1) + " is" : "records " + (last + 1) + " to " + (sequence - 1) + " are")
                    + " missing here.");
            head = null;
        } else {
            faults.add("Line " + line + ": record " + sequence + " comes after " + last + "; it stands in a wrong place.");
            head = null;
        }
    }

    private void checkUnsealed(long sequence) {
        unsealed++;
        head = null; // nothing is known of the chain before the first seal
        if (sealed > 0) {
            faults.add("Record " + sequence + ": it has no seal, and records before it have one.");
        }
    }

    /** A seal is 1.KEYID.PREVIOUS.SIGNATURE: the key, the head of the chain before the record, what the key signed. */
    private void checkSeal(long sequence, String[] seal, byte[] record) {
        sealed++;
        String fault = faultOf(sequence, seal, record);
        if (fault != null) {
            faults.add("Record " + sequence + ": " + fault + ".");
            head = null;
            return;
        }
        lastKey = seal[1];
        head = headAfter(sequence, hex(bytes(seal[2])), seal[1], record);
    }

    private String faultOf(long sequence, String[] seal, byte[] record) {
        byte[] previous = seal.length == 4 ? bytes(seal[2]) : null;
        byte[] signature = seal.length == 4 ? bytes(seal[3]) : null;
        if (previous == null || signature == null || previous.length != 32 || !seal[0].equals("1")) {
            return "its seal cannot be read";
        }
        PublicKey key = keys.get(seal[1]);
        if (key == null) {
            return "it is sealed with key " + seal[1] + ", which this register never had";
        }
        if (!isSigned(headAfter(sequence, hex(previous), seal[1], record), signature, key)) {
            return "it is not as it was sealed";
        }
        if (sequence < keyFrom.get(seal[1])) {
            return "it is sealed with key " + seal[1] + ", which the register had only from record " + keyFrom.get(seal[1]) + " on";
        }
        if (lastKey != null && !lastKey.equals(seal[1]) && keyFrom.get(lastKey) > keyFrom.get(seal[1])) {
            return "it is sealed with the old key " + seal[1];
        }
        if (head != null && !head.equals(hex(previous))) {
            return "it goes on from another record than the one before it";
        }
        return null;
    }

    /** The head after a record: a digest of who, which number, the head before, the key, and the record's own digest. */
    private String headAfter(long sequence, String previous, String keyId, byte[] record) {
        String text = "tillwright-journal-1\n" + workstation + "\n" + sequence + "\n" + previous + "\n" + keyId + "\n"
                + hex(sha256(record)) + "\n";
        return hex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is signed are the 64 hexadecimal digits of the head, as text. */
    private static boolean isSigned(String head, byte[] signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(head.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    // ---- small things ----------------------------------------------------------------------------------------------------

    /** A whole number from 1, written as numbers are; null for anything else. */
    private static Long number(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Long.valueOf(text) : null;
    }

    /** What Base64 for addresses, without padding, stands for; null when it is not written exactly so. */
    private static byte[] bytes(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The next line; null at the end. Only a line feed ends one, so that no other sign can stand for it unseen. */
    private String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        endsInside = next < 0;
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Nothing can be said of the journal, for this reason. */
    private static final class CannotCheck extends Exception {
        private static final long serialVersionUID = 1L;

        CannotCheck(String why) {
            super(why);
        }
    }
}
