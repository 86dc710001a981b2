package org.tillwright.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.card.Apdu;
import org.tillwright.register.device.card.ApduReader;

/** A card terminal that speaks ZVT. A person, a script or its mode decides what becomes of a payment. */
public final class TerminalSimulator implements PaymentSimulator {

    /** The password that ZVT terminals leave the factory with. */
    public static final String FACTORY_PASSWORD = "000000";

    private static final String TERMINAL_ID = "52500041";
    private static final int REFUSED_BY_ISSUER = 0x05;
    private static final int STOPPED = 0x6C;
    private static final int REVERSAL_IMPOSSIBLE = 0xB5;
    private static final String GOES_BACK = "refund";
    private static final int CARD_PLEASE = 0x0A;
    private static final HexFormat HEX = HexFormat.of();

    private final Listener listener;
    private final FarEnd end;
    private ApduReader reader = new ApduReader();
    private Mode mode;
    private @Nullable String amount;
    private int trace;
    private @Nullable String undoing;
    /** What payments took and nobody undid, by the receipt's number. */
    private final Map<String, String> taken = new HashMap<>();

    private TerminalSimulator(String where, @Nullable Cable cable, Mode mode, Listener listener) throws IOException {
        this.mode = mode;
        this.listener = listener;
        end = FarEnd.open(where, cable, new FarEnd.Peer() {
            @Override
            public void received(byte[] bytes) throws IOException {
                TerminalSimulator.this.received(bytes);
            }

            @Override
            public void connected() {
                forget();
            }
        });
    }

    /**
     * Puts a terminal at the far end of a line.
     *
     * @param where {@code tcp:PORT}, with 0 for any free one
     * @param cable what {@link #pull} pulls, or null
     */
    public static TerminalSimulator open(String where, @Nullable Cable cable, Mode mode, Listener listener)
            throws IOException {
        return new TerminalSimulator(where, cable, mode, listener);
    }

    /** The port it listens on, when it is on TCP. */
    public int tcpPort() {
        return end.tcpPort();
    }

    @Override
    public synchronized void setMode(Mode mode) {
        this.mode = mode;
    }

    private synchronized void forget() {
        reader = new ApduReader();
        amount = null;
    }

    /** Answers while nobody else may speak: an approval must not overtake the word that the payment was taken. */
    private synchronized void received(byte[] bytes) throws IOException {
        reader.put(bytes, bytes.length);
        Optional<Apdu> next = reader.next();
        while (next.isPresent()) {
            send(answersTo(next.get()));
            next = reader.next();
        }
    }

    private void send(List<Apdu> messages) throws IOException {
        for (Apdu message : messages) {
            end.send(message.bytes());
        }
    }

    private List<Apdu> answersTo(Apdu asked) {
        return switch (asked.control()) {
            case Apdu.REGISTRATION -> registration(asked);
            case Apdu.AUTHORIZATION -> payment(asked.data());
            case Apdu.REFUND, Apdu.REVERSAL -> refund(asked);
            case Apdu.ABORT -> stopped();
            case Apdu.ACKNOWLEDGED -> List.of();
            default -> asked.isRefusal() ? List.of() : List.of(Apdu.of(Apdu.NOT_UNDERSTOOD));
        };
    }

    private List<Apdu> registration(Apdu asked) {
        String password = HEX.formatHex(asked.data()).substring(0, FACTORY_PASSWORD.length());
        if (!password.equals(FACTORY_PASSWORD)) {
            return List.of(Apdu.of(0x849A));
        }
        listener.shows("Register signed on");
        return List.of(
                Apdu.of(Apdu.ACKNOWLEDGED),
                new Apdu(Apdu.COMPLETION, HEX.parseHex("1900" + "29" + TERMINAL_ID + "490978")));
    }

    private List<Apdu> payment(byte[] data) {
        String fields = HEX.formatHex(data);
        if (!fields.startsWith("04")) {
            return List.of(Apdu.of(Apdu.NOT_UNDERSTOOD));
        }
        String minor = fields.substring(2, 14);
        undoing = null;
        return asked(minor, () -> listener.paymentAsked(Long.parseLong(minor)));
    }

    /** Money goes back: to a card, or what one payment of this terminal took, once. */
    private List<Apdu> refund(Apdu asked) {
        String fields = HEX.formatHex(asked.data());
        if (!fields.startsWith(FACTORY_PASSWORD)) {
            return List.of(Apdu.of(0x849A));
        }
        String rest = fields.substring(FACTORY_PASSWORD.length());
        boolean isReversal = asked.control() == Apdu.REVERSAL;
        if (!rest.startsWith(isReversal ? "87" : "04")) {
            return List.of(Apdu.of(Apdu.NOT_UNDERSTOOD));
        }
        String number = isReversal ? rest.substring(2, 6) : null;
        String minor = isReversal ? taken.get(number) : rest.substring(2, 14);
        if (minor == null) {
            listener.shows("Nothing to undo");
            return List.of(Apdu.of(Apdu.ACKNOWLEDGED), new Apdu(Apdu.ABORTED, new byte[] {(byte) REVERSAL_IMPOSSIBLE}));
        }
        undoing = isReversal ? number : GOES_BACK;
        return asked(minor, () -> listener.refundAsked(Long.parseLong(minor)));
    }

    private List<Apdu> asked(String minor, Runnable shown) {
        if (mode == Mode.SILENT) {
            return List.of();
        }
        amount = minor;
        shown.run();
        var answers = new ArrayList<Apdu>();
        answers.add(Apdu.of(Apdu.ACKNOWLEDGED));
        answers.add(new Apdu(Apdu.INTERMEDIATE_STATUS, new byte[] {CARD_PLEASE}));
        if (mode == Mode.APPROVE) {
            answers.addAll(approval(minor));
        } else if (mode == Mode.DECLINE) {
            answers.addAll(refusal());
        }
        return answers;
    }

    private List<Apdu> approval(String minor) {
        amount = null;
        trace++;
        String traceDigits = String.format("%06d", trace);
        if (undoing == null) {
            taken.put(traceDigits.substring(2), minor);
        } else {
            taken.remove(undoing);
        }
        String authorization = String.format("A%05d  ", trace);
        String name = "girocard\0";
        String fields =
                "2700" + "04" + minor + "490978" + "0b" + traceDigits + "0c120000" + "0d0101" + "29" + TERMINAL_ID
                        + "87" + traceDigits.substring(2)
                        + "22f1f0eeeeeeeeeeeeeeee4242"
                        + "3b" + HEX.formatHex(authorization.getBytes(StandardCharsets.US_ASCII))
                        + "8a05" + "8bf0f" + name.length()
                        + HEX.formatHex(name.getBytes(StandardCharsets.US_ASCII));
        listener.shows("Approved");
        return List.of(new Apdu(Apdu.STATUS, HEX.parseHex(fields)), Apdu.of(Apdu.COMPLETION));
    }

    private List<Apdu> refusal() {
        amount = null;
        listener.shows("Declined");
        return List.of(
                new Apdu(Apdu.STATUS, new byte[] {0x27, REFUSED_BY_ISSUER}),
                new Apdu(Apdu.ABORTED, new byte[] {REFUSED_BY_ISSUER}));
    }

    private List<Apdu> stopped() {
        if (amount == null || mode == Mode.HANG) {
            return List.of();
        }
        amount = null;
        listener.shows("Payment stopped");
        return List.of(Apdu.of(Apdu.ACKNOWLEDGED), new Apdu(Apdu.ABORTED, new byte[] {STOPPED}));
    }

    @Override
    public synchronized void approve() throws IOException {
        if (amount != null) {
            send(approval(amount));
        }
    }

    @Override
    public synchronized void decline() throws IOException {
        if (amount != null) {
            send(refusal());
        }
    }

    public void pull() {
        end.pull();
    }

    public void plugIn() throws IOException {
        end.plugIn();
    }

    @Override
    public void close() {
        end.close();
    }
}
