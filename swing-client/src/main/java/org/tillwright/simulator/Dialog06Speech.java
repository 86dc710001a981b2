package org.tillwright.simulator;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Dialog 06 as a price-computing scale speaks it: takes a price, shows weight, price and amount, and tells them once.
 * With a polynomial it asks for check numbers after it was switched on, after a mistake, and every fifty weighings.
 */
final class Dialog06Speech implements ScaleSpeech {

    /** Weighings between two checks. */
    static final int CHECK_EVERY = 50;

    /** Least weight that may be sold by, in grams. */
    static final long MINIMUM_GRAMS = 40;

    private static final char STX = 2;
    private static final char ETX = 3;
    private static final char EOT = 4;
    private static final char ENQ = 5;
    private static final char ESC = 0x1B;
    private static final byte[] YES = {6};
    private static final byte[] NO = {0x15};
    private static final int MOST_SIGNS = 96;
    private static final int PAIR_LENGTH = 8;

    private final ScalePlate plate;
    private final @Nullable BigInteger polynomial;
    private final int checks;
    private final Random random;
    private final CustomerPanel panel;
    private final StringBuilder record = new StringBuilder();
    private boolean isInside;
    private @Nullable Priced goods;
    private boolean wantsCheck;
    private int askedWith = -1;
    private @Nullable Boolean verdict;
    private int weighings;
    private String status = "00";
    private long miscount;
    private int unknownBytes;
    private int checksPassed;

    /**
     * @param polynomial with its x^16, or null for a scale that trusts everybody
     * @param checks how many pairs it asks for
     */
    Dialog06Speech(ScalePlate plate, @Nullable BigInteger polynomial, int checks, Random random, CustomerPanel panel) {
        this.plate = plate;
        this.polynomial = polynomial;
        this.checks = checks;
        this.random = random;
        this.panel = panel;
        this.wantsCheck = polynomial != null;
    }

    /** What the register told of the goods. */
    private record Priced(long perKg, long tareGrams, String text) {}

    /** What the customer reads. */
    @FunctionalInterface
    interface CustomerPanel {
        void show(long grams, long perKgMinor, long amountMinor, String text);
    }

    @Override
    public synchronized void take(byte arrived, Mouth end) throws IOException {
        char sign = (char) (arrived & 0xFF);
        if (sign == EOT) {
            isInside = false;
            record.setLength(0);
        } else if (!isInside && sign == ENQ) {
            end.say(asked());
        } else if (!isInside && sign == STX) {
            isInside = true;
        } else if (isInside && sign == ETX) {
            isInside = false;
            String whole = record.toString();
            record.setLength(0);
            end.say(told(List.of(whole.split(String.valueOf(ESC), -1))));
        } else if (isInside && record.length() < MOST_SIGNS && (sign >= ' ' || sign == ESC)) {
            record.append(sign);
        } else {
            unknownBytes++;
        }
    }

    /** Bytes from the register that mean nothing in this dialogue. */
    synchronized int unknownBytes() {
        return unknownBytes;
    }

    /** How often the register's check numbers held. */
    synchronized int checksPassed() {
        return checksPassed;
    }

    /** Shows and tells an amount that is wrong by so much, as a scale that rounds otherwise does. */
    synchronized void miscount(long byMinor) {
        miscount = byMinor;
    }

    @Override
    public synchronized void forget() {
        isInside = false;
        record.setLength(0);
    }

    @Override
    public synchronized void begin() {
        forget();
        goods = null;
        verdict = null;
        weighings = 0;
        status = "00";
        wantsCheck = polynomial != null;
    }

    private byte[] told(List<String> fields) {
        return switch (fields.get(0)) {
            case "01" -> price(fields, fields.size() == 3 && fields.get(2).isEmpty(), "0000", "");
            case "03" -> price(fields, fields.size() == 3, fields.get(fields.size() - 1), "");
            case "04" -> price(fields, fields.size() == 3, "0000", fields.get(fields.size() - 1));
            case "05" ->
                price(
                        fields,
                        fields.size() == 4,
                        fields.get(Math.min(2, fields.size() - 1)),
                        fields.get(fields.size() - 1));
            case "08" -> record("09", status);
            case "10" -> checked(fields);
            default -> mistake("10");
        };
    }

    private byte[] price(List<String> fields, boolean isWhole, String tare, String text) {
        goods = null;
        verdict = null;
        if (!isWhole) {
            return mistake("01");
        }
        if (!fields.get(1).matches("[0-9]{5,6}") || Long.parseLong(fields.get(1)) == 0) {
            return mistake("11");
        }
        if (!tare.matches("[0-9]{4}")) {
            return mistake("12");
        }
        if (!text.isEmpty() && text.length() != 13) {
            return mistake("13");
        }
        if (polynomial != null && wantsCheck) {
            askedWith = random.nextInt(256);
            return record("11", String.format(Locale.ROOT, "2%02X", askedWith));
        }
        goods = new Priced(Long.parseLong(fields.get(1)), Long.parseLong(tare), text.strip());
        return YES;
    }

    private byte[] checked(List<String> fields) {
        if (polynomial == null || askedWith < 0 || fields.size() != 2) {
            return mistake("10");
        }
        String pairs = fields.get(1);
        boolean holds = pairs.matches("([0-9A-F]{8})+") && pairs.length() == checks * PAIR_LENGTH;
        for (int at = 0; holds && at < pairs.length(); at += PAIR_LENGTH) {
            holds = holds(pairs.substring(at, at + PAIR_LENGTH), polynomial);
        }
        askedWith = -1;
        verdict = holds;
        wantsCheck = !holds;
        checksPassed += holds ? 1 : 0;
        weighings = 0;
        return YES;
    }

    /** Takes the disguise off bit by bit, and divides as on paper. */
    private boolean holds(String pair, BigInteger divisor) {
        String sum = turned(pair.substring(0, 4), 16 - askedWith / 16);
        String rest = turned(pair.substring(4), askedWith % 16);
        BigInteger left = new BigInteger(sum, 2).shiftLeft(16);
        while (left.bitLength() >= divisor.bitLength()) {
            left = left.xor(divisor.shiftLeft(left.bitLength() - divisor.bitLength()));
        }
        return left.equals(new BigInteger(rest, 2));
    }

    /** Sixteen bits with so many of the first ones brought to the end. */
    private static String turned(String hexadecimal, int places) {
        String bits = Integer.toBinaryString(0x10000 | Integer.parseInt(hexadecimal, 16))
                .substring(1);
        return bits.substring(places % 16) + bits.substring(0, places % 16);
    }

    private byte[] asked() {
        Boolean told = verdict;
        if (told != null) {
            verdict = null;
            return record("11", told ? "1" : "0");
        }
        Priced priced = goods;
        if (priced == null) {
            return mistake("01");
        }
        String why = refusal(priced);
        if (why.equals("01")) {
            goods = null;
            return mistake(why);
        }
        if (!why.isEmpty()) {
            status = why;
            goods = why.equals("20") || why.equals("22") ? priced : null;
            return NO;
        }
        return weighed(priced);
    }

    private String refusal(Priced priced) {
        long grams = plate.grams();
        if (plate.isFaulty()) {
            return "01";
        } else if (plate.isMeasuring()) {
            return "22";
        } else if (plate.moves()) {
            return "20";
        } else if (grams < 0) {
            return "31";
        } else if (grams > ScaleSimulator.CAPACITY_GRAMS) {
            return "32";
        } else if (!plate.wasMoved()) {
            return "21";
        }
        return grams - priced.tareGrams() < MINIMUM_GRAMS ? "30" : "";
    }

    private byte[] weighed(Priced priced) {
        long net = plate.grams() - priced.tareGrams();
        long amount = (priced.perKg() * net + 500) / 1000 + miscount;
        goods = null;
        status = "00";
        plate.told();
        weighings++;
        wantsCheck = polynomial != null && weighings >= CHECK_EVERY;
        panel.show(net, priced.perKg(), amount, priced.text());
        return record(
                "02",
                "3",
                String.format(Locale.ROOT, "%05d", net),
                String.format(Locale.ROOT, "%06d", priced.perKg()),
                String.format(Locale.ROOT, "%06d", amount));
    }

    /** The register said something wrong: it is asked who it is before it may weigh again. */
    private byte[] mistake(String why) {
        status = why;
        wantsCheck = polynomial != null;
        return NO;
    }

    private static byte[] record(String... fields) {
        return (STX + String.join(String.valueOf(ESC), fields) + ETX).getBytes(StandardCharsets.ISO_8859_1);
    }
}
