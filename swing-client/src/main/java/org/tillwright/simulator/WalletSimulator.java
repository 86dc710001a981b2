package org.tillwright.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment gateway for purses on phones that takes one line of plain words for each request. A person, a script or its mode
 * decides what becomes of a payment; what was decided stays, whatever happens to the line.
 */
public final class WalletSimulator implements PaymentSimulator {

    /** What begins the code that a customer scans. */
    public static final String CODE_PREFIX = "tillwright-wallet:";

    private static final int MAX_LINE = 1_024;
    private static final int MAX_PAYMENTS = 10_000;

    private final Listener listener;
    private final FarEnd end;
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final StringBuilder pending = new StringBuilder();
    private Mode mode;
    private int paid;

    private WalletSimulator(String where, @Nullable Cable cable, Mode mode, Listener listener) throws IOException {
        this.mode = mode;
        this.listener = listener;
        end = FarEnd.open(where, cable, new FarEnd.Peer() {
            @Override
            public void received(byte[] bytes) throws IOException {
                WalletSimulator.this.received(new String(bytes, StandardCharsets.US_ASCII));
            }

            @Override
            public void connected() {
                forgetHalfALine();
            }
        });
    }

    /**
     * Puts a gateway at the far end of a line.
     *
     * @param where path of a serial port, or {@code tcp:PORT} with 0 for any free one
     * @param cable what {@link #pull} pulls, or null
     */
    public static WalletSimulator open(String where, @Nullable Cable cable, Mode mode, Listener listener)
            throws IOException {
        return new WalletSimulator(where, cable, mode, listener);
    }

    /** The port it listens on, when it is on TCP. */
    public int tcpPort() {
        return end.tcpPort();
    }

    @Override
    public synchronized void setMode(Mode next) {
        mode = next;
    }

    private synchronized void forgetHalfALine() {
        pending.setLength(0);
    }

    private synchronized void received(String text) throws IOException {
        pending.append(text);
        int ends = pending.indexOf("\n");
        while (ends >= 0) {
            String line = pending.substring(0, ends).strip();
            pending.delete(0, ends + 1);
            String answer = answerTo(line.split(" ", -1));
            if (mode != Mode.SILENT) {
                end.send((answer + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            ends = pending.indexOf("\n");
        }
        if (pending.length() > MAX_LINE) {
            pending.setLength(0);
        }
    }

    /** Silent or not, it does what it is asked: that is what makes an answer that was lost dangerous. */
    private String answerTo(String[] words) {
        String id = words.length > 1 ? words[1] : "";
        return switch (words[0] + words.length) {
            case "SHOW4", "SCAN5", "REFUND5" -> isAmount(words[2]) ? told(id, asked(words)) : notUnderstood(id);
            case "STATUS2" -> told(id, payments.get(id));
            case "CANCEL2" -> told(id, cancelled(payments.get(id)));
            default -> notUnderstood(id);
        };
    }

    private static boolean isAmount(String word) {
        return word.matches("[1-9][0-9]{0,11}");
    }

    private String notUnderstood(String id) {
        listener.shows("Not understood");
        return "FAULT " + id;
    }

    private Payment asked(String[] words) {
        Kind kind = Kind.valueOf(words[0]);
        Payment known = payments.get(words[1]);
        boolean isNew = known == null;
        Payment payment = known == null ? new Payment(Long.parseLong(words[2]), words[3]) : known;
        payments.put(words[1], payment);
        if (payments.size() > MAX_PAYMENTS) {
            payments.remove(payments.keySet().iterator().next());
        }
        if (isNew) {
            if (kind == Kind.REFUND) {
                listener.refundAsked(payment.minor);
            } else {
                listener.paymentAsked(payment.minor);
            }
        }
        if (payment.isOpen()) {
            decide(payment, kind);
        }
        return payment;
    }

    /** A code that the customer showed, and money that goes back, need nobody's further word. */
    private void decide(Payment payment, Kind kind) {
        boolean isAsked = mode == Mode.ASK && kind == Kind.SHOW;
        if (mode == Mode.DECLINE) {
            payment.decline("REFUSED");
            listener.shows("Declined");
        } else if (mode != Mode.HANG && !isAsked) {
            pay(payment);
        }
    }

    private void pay(Payment payment) {
        paid++;
        payment.reference = String.format(Locale.ROOT, "W%08d", paid);
        listener.shows("Paid " + payment.reference);
    }

    private @Nullable Payment cancelled(@Nullable Payment payment) {
        if (payment != null && payment.isOpen() && mode != Mode.HANG) {
            payment.decline("CANCELLED");
            listener.shows("Stopped");
        }
        return payment;
    }

    private static String told(String id, @Nullable Payment payment) {
        if (payment == null) {
            return "UNKNOWN " + id;
        } else if (payment.reference != null) {
            return "PAID " + id + " " + payment.minor + " " + payment.currency + " " + payment.reference;
        } else if (payment.declined != null) {
            return "DECLINED " + id + " " + payment.declined;
        }
        return "PENDING " + id + " " + CODE_PREFIX + id;
    }

    @Override
    public synchronized void approve() {
        Payment waiting = waiting();
        if (waiting != null) {
            pay(waiting);
        }
    }

    @Override
    public synchronized void decline() {
        Payment waiting = waiting();
        if (waiting != null) {
            waiting.decline("REFUSED");
            listener.shows("Declined");
        }
    }

    private @Nullable Payment waiting() {
        Payment newest = null;
        for (Payment payment : payments.values()) {
            newest = payment.isOpen() ? payment : newest;
        }
        return newest;
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

    private enum Kind {
        SHOW,
        SCAN,
        REFUND
    }

    /** One payment, open until somebody paid or said no. */
    private static final class Payment {

        private final long minor;
        private final String currency;
        private @Nullable String reference;
        private @Nullable String declined;

        Payment(long minor, String currency) {
            this.minor = minor;
            this.currency = currency;
        }

        boolean isOpen() {
            return reference == null && declined == null;
        }

        void decline(String reason) {
            declined = reason;
        }
    }
}
