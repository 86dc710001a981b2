package org.tillwright.register.device.fiscal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.fiscal.FiscalMessage.Signature;
import org.tillwright.wire.fiscal.FiscalVerdict;

/** The texts that a signing device is told and tells: a word, then lines of a name, a blank and a value. */
final class SignerText {

    static final String HELLO = "HELLO\n";

    private static final String READY = "READY";
    private static final String SIGNED = "SIGNED";
    private static final String NO = "NO";
    private static final String NOTHING = "-";

    private SignerText() {}

    /** Returns what a device is asked to sign; it signs these bytes, and what it adds. */
    static String sign(FiscalRequest request) {
        StringBuilder text = new StringBuilder("SIGN\n");
        line(text, "transaction", request.transactionId().toString());
        line(text, "workstation", request.workstationId());
        line(text, "sequence", Long.toString(request.sequence()));
        String head = request.head();
        line(text, "head", head == null ? NOTHING : head);
        line(text, "kind", request.kind().name());
        line(text, "time", request.time().toString());
        line(text, "currency", request.currency());
        line(text, "total", Long.toString(request.totalMinor()));
        for (FiscalRequest.Tax tax : request.taxes()) {
            line(text, "tax", tax.ratePpm() + " " + tax.netMinor() + " " + tax.taxMinor());
        }
        for (FiscalRequest.Paid paid : request.payments()) {
            line(text, "payment", paid.tender() + " " + paid.amountMinor());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append(' ')
                .append(value.replaceAll("\\p{Cntrl}", " "))
                .append('\n');
    }

    /** A device that says that it is ready, is. */
    static void requireReady(String answer) throws DeviceException {
        read(READY, answer);
    }

    /**
     * Reads a device's signature and looks whether it holds.
     *
     * @param asked what it was asked
     */
    static Signature signature(FiscalRequest request, String asked, String answer) throws DeviceException {
        Map<String, String> told = read(SIGNED, answer);
        if (!request.transactionId().toString().equals(told.get("transaction"))) {
            throw notUnderstood(null); // the answer to another question
        }
        try {
            String device = value(told, "device", 80);
            String number = value(told, "number", 18);
            String time = value(told, "time", 40);
            var signature = new Signature(
                    device,
                    Long.parseLong(number),
                    Instant.parse(time),
                    FiscalVerdict.ALGORITHM,
                    value(told, "key", 400),
                    asked + SIGNED + "\ndevice " + device + "\nnumber " + number + "\ntime " + time + "\n",
                    value(told, "signature", 400),
                    value(told, "qr", Signature.MAX_VERIFICATION));
            return genuine(signature);
        } catch (NumberFormatException | DateTimeException e) {
            throw notUnderstood(e);
        }
    }

    private static Signature genuine(Signature signature) throws FiscalException {
        boolean fits = signature.signedText().length() <= FiscalMessage.Signature.MAX_TEXT && signature.number() >= 0;
        if (!fits || FiscalVerdict.of(signature) != FiscalVerdict.HOLDS) {
            throw new FiscalException(FiscalException.Reason.NOT_GENUINE);
        }
        return signature;
    }

    private static Map<String, String> read(String word, String answer) throws DeviceException {
        String[] lines = answer.split("\n", -1);
        Map<String, String> told = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int blank = lines[i].indexOf(' ');
            if (blank > 0) {
                told.put(lines[i].substring(0, blank), lines[i].substring(blank + 1));
            }
        }
        if (lines[0].equals(NO)) {
            throw new FiscalException(reason(told.get("reason")));
        }
        if (!lines[0].equals(word)) {
            throw notUnderstood(null);
        }
        return told;
    }

    private static FiscalException.Reason reason(@Nullable String word) {
        for (FiscalException.Reason reason : FiscalException.Reason.values()) {
            if (reason.name().equals(word)) {
                return reason;
            }
        }
        return FiscalException.Reason.REFUSED;
    }

    private static String value(Map<String, String> told, String name, int most) throws DeviceException {
        String value = told.get(name);
        if (value == null || value.isEmpty() || value.length() > most) {
            throw notUnderstood(null);
        }
        return value;
    }

    private static DeviceException notUnderstood(@Nullable Throwable cause) {
        return new DeviceException(DeviceKind.FISCAL, Trouble.NOT_UNDERSTOOD, cause);
    }
}
