package org.tillwright.core.paymentqr;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.paymentqr.PayloadFault.Code;

/**
 * Writes and reads credit transfers of EPC069-12. The code is made of bytes, in error correction level M and at most version
 * 13; who draws it takes {@link #bytes}.
 */
public final class EpcQr {

    /** Bytes of a payload. */
    public static final int MAX_BYTES = 331;

    static final String TAG = "BCD";
    static final String SCT = "SCT";
    static final String V001 = "001";
    static final String V002 = "002";

    private EpcQr() {}

    /** Returns the text of a payload, lines parted by a line feed, or everything that must not stand in one. */
    public static Checked<String> write(EpcTransfer transfer) {
        List<PayloadFault> faults = new ArrayList<>();
        List<String> lines = lines(transfer);
        EpcRules.check(lines, faults);
        if (transfer.amount() != null && !transfer.amount().currency().equals(EpcRules.EURO)) {
            faults.add(new PayloadFault(Code.UNKNOWN, "8", "The amount (line 8) is not in EUR."));
        }
        checkBytes(lines, transfer.encoding(), faults);
        return faults.isEmpty() ? Checked.of(joined(lines)) : Checked.wrong(faults);
    }

    /** Returns the bytes of a written payload in the encoding that it names. */
    public static byte[] bytes(EpcTransfer transfer) {
        return transfer.encoding().encode(requireNonNull(write(transfer).value(), "a transfer without faults"));
    }

    /** Reads the bytes of a code in the encoding that it names, or tells everything that is wrong with it. */
    public static Checked<EpcTransfer> read(byte[] bytes) {
        List<PayloadFault> faults = new ArrayList<>();
        String text = bytes.length > MAX_BYTES ? null : encodingOf(bytes).decode(bytes);
        if (bytes.length > MAX_BYTES) {
            faults.add(tooLong());
        } else if (text == null) {
            faults.add(new PayloadFault(Code.BROKEN, "", "The bytes are no text in the encoding that line 3 names."));
        }
        return text == null ? Checked.wrong(faults) : read(text);
    }

    /** Reads a text that a scanner has made of a code's bytes. */
    public static Checked<EpcTransfer> read(String text) {
        List<PayloadFault> faults = new ArrayList<>();
        List<String> lines = split(text, faults);
        if (lines.isEmpty()) {
            return Checked.wrong(faults);
        }
        EpcRules.check(lines, faults);
        EpcEncoding encoding = EpcEncoding.find(lines.get(EpcLine.ENCODING.place()));
        if (encoding != null) {
            checkBytes(lines, encoding, faults);
        }
        return encoding == null || !faults.isEmpty() ? Checked.wrong(faults) : Checked.of(transfer(lines, encoding));
    }

    /** Line feeds, or carriage returns with line feeds, but one of them throughout; lines at the end may be left out. */
    private static List<String> split(String text, List<PayloadFault> faults) {
        if (text.length() > MAX_BYTES) {
            faults.add(tooLong());
            return List.of();
        }
        boolean hasReturns = text.contains("\r\n");
        List<String> lines = new ArrayList<>(Arrays.asList(text.split(hasReturns ? "\r\n" : "\n", -1)));
        if (lines.size() > EpcLine.COUNT) {
            faults.add(new PayloadFault(Code.BROKEN, "", "There are more than " + EpcLine.COUNT + " lines."));
            return List.of();
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).indexOf('\n') >= 0 || lines.get(i).indexOf('\r') >= 0) {
                String line = Integer.toString(i + 1);
                faults.add(new PayloadFault(Code.BROKEN, line, "Line " + line + " ends otherwise than the others."));
                return List.of();
            }
        }
        while (lines.size() < EpcLine.COUNT) {
            lines.add("");
        }
        return lines;
    }

    private static void checkBytes(List<String> lines, EpcEncoding encoding, List<PayloadFault> faults) {
        boolean isWhole = true;
        for (int i = 0; i < lines.size(); i++) {
            if (!encoding.has(lines.get(i))) {
                isWhole = false;
                String line = Integer.toString(i + 1);
                String sentence =
                        "Line " + line + " has letters that " + encoding.name().replace('_', '-') + " has not.";
                faults.add(new PayloadFault(Code.LETTERS, line, sentence));
            }
        }
        if (isWhole && encoding.encode(joined(lines)).length > MAX_BYTES) {
            faults.add(tooLong());
        }
    }

    private static PayloadFault tooLong() {
        return new PayloadFault(Code.TOO_LONG, "", "The payload is longer than " + MAX_BYTES + " bytes.");
    }

    private static List<String> lines(EpcTransfer transfer) {
        Money amount = transfer.amount();
        return List.of(
                TAG,
                transfer.version() == EpcTransfer.Version.V001 ? V001 : V002,
                Integer.toString(transfer.encoding().number()),
                SCT,
                orEmpty(transfer.bic()),
                transfer.name(),
                transfer.iban(),
                amount == null ? "" : EpcRules.text(amount),
                orEmpty(transfer.purpose()),
                orEmpty(transfer.reference()),
                orEmpty(transfer.text()),
                orEmpty(transfer.information()));
    }

    /** Nothing follows the last line that says something. */
    private static String joined(List<String> lines) {
        int last = lines.size() - 1;
        while (last > 0 && lines.get(last).isEmpty()) {
            last--;
        }
        return String.join("\n", lines.subList(0, last + 1));
    }

    private static EpcTransfer transfer(List<String> lines, EpcEncoding encoding) {
        String amount = lines.get(EpcLine.AMOUNT.place());
        boolean isFirst = lines.get(EpcLine.VERSION.place()).equals(V001);
        return new EpcTransfer(
                isFirst ? EpcTransfer.Version.V001 : EpcTransfer.Version.V002,
                encoding,
                orNull(lines, EpcLine.BIC),
                lines.get(EpcLine.NAME.place()),
                lines.get(EpcLine.IBAN.place()),
                amount.isEmpty() ? null : EpcRules.euros(amount),
                orNull(lines, EpcLine.PURPOSE),
                orNull(lines, EpcLine.REFERENCE),
                orNull(lines, EpcLine.TEXT),
                orNull(lines, EpcLine.INFORMATION));
    }

    /** The digit on the third line; where there is none, all lines up to it are read as if ASCII. */
    private static EpcEncoding encodingOf(byte[] bytes) {
        int line = 0;
        for (int i = 0; i + 1 < bytes.length && line < EpcLine.ENCODING.place(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
            if (line == EpcLine.ENCODING.place()) {
                EpcEncoding named = EpcEncoding.find(Character.toString((char) (bytes[i + 1] & 0xFF)));
                return named == null ? EpcEncoding.ISO_8859_1 : named;
            }
        }
        return EpcEncoding.ISO_8859_1;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(List<String> lines, EpcLine line) {
        String text = lines.get(line.place());
        return text.isEmpty() ? null : text;
    }
}
