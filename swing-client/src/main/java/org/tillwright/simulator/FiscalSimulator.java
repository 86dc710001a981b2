package org.tillwright.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A device that signs sales, with a key, numbers and a memory of its own. It stands for no country's certified device: it speaks
 * the protocol of docs/fiscal.md, and can be made to fail in each way that such a device does.
 */
public final class FiscalSimulator implements Scriptable {

    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;
    private static final byte NAK = 0x15;
    private static final int CRC_DIGITS = 8;
    private static final int MOST_BYTES = 65_536;
    private static final long MOST_MILLIS = 60_000;

    private final FiscalMemory memory;
    private final String deviceId;
    private final Listener listener;
    private final FarEnd end;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private volatile String refusal = "";
    private volatile long delayMillis;
    private volatile boolean isSilent;
    private volatile boolean cutsAfterSigning;
    private volatile boolean repeatsNumber;
    private volatile boolean forges;

    private FiscalSimulator(String where, @Nullable Cable cable, @Nullable Path file, Listener listener)
            throws IOException {
        memory = new FiscalMemory(file);
        deviceId = "SIM-"
                + digest(memory.key().getPublic().getEncoded()).substring(0, 8).toUpperCase(Locale.ROOT);
        this.listener = listener;
        end = FarEnd.open(where, cable, new FarEnd.Peer() {
            @Override
            public void received(byte[] bytes) throws IOException {
                take(bytes);
            }

            @Override
            public void connected() {
                arrived.reset();
            }
        });
    }

    /**
     * Puts a signing device at the far end of a line.
     *
     * @param where path of a serial port, or {@code tcp:PORT} with 0 for any free one
     * @param cable what {@link #pull} pulls, or null
     * @param file where it keeps key and signatures; null where it forgets them when it is closed
     */
    public static FiscalSimulator open(String where, @Nullable Cable cable, @Nullable Path file, Listener listener)
            throws IOException {
        return new FiscalSimulator(where, cable, file, listener);
    }

    /** The port it listens on, when it is on TCP. */
    public int tcpPort() {
        return end.tcpPort();
    }

    /** What it calls itself. */
    public String deviceId() {
        return deviceId;
    }

    /** How many transactions it signed. */
    public int signedCount() {
        return memory.all().size();
    }

    /** The newest number that it gave. */
    public long lastNumber() {
        return memory.lastNumber();
    }

    /** Its memory is full from now on. */
    public void fill() {
        refusal = "MEMORY_FULL";
    }

    /** Its certificate has expired. */
    public void expire() {
        refusal = "EXPIRED";
    }

    /** Nothing is the matter with it any more. */
    public void mend() {
        refusal = "";
        delayMillis = 0;
        isSilent = false;
    }

    /** Takes so long for each answer. */
    public void slow(long millis) {
        delayMillis = millis;
    }

    /** Signs, and does not say so. */
    public void fallSilent() {
        isSilent = true;
    }

    /** Signs the next transaction, and the call is cut before its answer. */
    public void cutAfterSigning() {
        cutsAfterSigning = true;
    }

    /** Gives the next transaction the number of the one before. */
    public void repeatNumber() {
        repeatsNumber = true;
    }

    /** The next signature is one of something else. */
    public void forge() {
        forges = true;
    }

    private void take(byte[] bytes) throws IOException {
        for (byte one : bytes) {
            if (one == STX && !isInsideFrame()) {
                arrived.reset();
            }
            arrived.write(one);
            byte[] frame = arrived.toByteArray();
            int length = frame.length;
            if (length > MOST_BYTES) {
                arrived.reset();
            } else if (length > CRC_DIGITS + 1 && frame[length - CRC_DIGITS - 1] == ETX) {
                arrived.reset();
                answer(frame);
            }
        }
    }

    private boolean isInsideFrame() {
        return arrived.size() > 0 && arrived.toByteArray()[0] == STX;
    }

    private void answer(byte[] frame) throws IOException {
        int length = frame.length - CRC_DIGITS - 2;
        byte[] body = new byte[Math.max(0, length)];
        System.arraycopy(frame, 1, body, 0, body.length);
        String told = new String(frame, frame.length - CRC_DIGITS, CRC_DIGITS, StandardCharsets.US_ASCII);
        if (frame[0] != STX || !told.equals(crc(body))) {
            end.send(new byte[] {NAK});
            return;
        }
        String answer = answerTo(new String(body, StandardCharsets.UTF_8));
        if (cutsAfterSigning && answer.startsWith("SIGNED")) {
            cutsAfterSigning = false;
            listener.happened("cut before the answer");
            end.drop();
            return;
        }
        if (!isSilent && waited()) {
            byte[] text = answer.getBytes(StandardCharsets.UTF_8);
            var sent = new ByteArrayOutputStream();
            sent.write(STX);
            sent.writeBytes(text);
            sent.write(ETX);
            sent.writeBytes(crc(text).getBytes(StandardCharsets.US_ASCII));
            end.send(sent.toByteArray());
        }
    }

    /** False when it is closed meanwhile. */
    private boolean waited() {
        try {
            return delayMillis == 0 || !closed.await(delayMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String answerTo(String text) {
        if (!refusal.isEmpty()) {
            return "NO\nreason " + refusal + "\n";
        }
        if (text.startsWith("HELLO\n")) {
            return "READY\ndevice " + deviceId + "\nnumber " + memory.lastNumber() + "\n";
        }
        if (!text.startsWith("SIGN\n")) {
            return "NO\nreason REFUSED\n";
        }
        return signed(text);
    }

    private String signed(String text) {
        String transaction = field(text, "transaction");
        String digest = digest(text.getBytes(StandardCharsets.UTF_8));
        FiscalMemory.Answer answer = memory.find(transaction).orElse(null);
        if (answer == null) {
            answer = sign(text, transaction, digest);
            memory.add(answer);
            listener.happened("signed " + transaction + " as " + answer.number());
        } else if (!answer.digest().equals(digest)) {
            return "NO\nreason CONFLICT\n";
        }
        return "SIGNED\ndevice " + deviceId + "\nnumber " + answer.number() + "\ntime " + answer.time()
                + "\ntransaction "
                + transaction + "\nkey "
                + Base64.getEncoder().encodeToString(memory.key().getPublic().getEncoded()) + "\nsignature "
                + answer.signature() + "\nqr " + deviceId + ";" + answer.number() + ";" + answer.time() + ";"
                + transaction + ";" + field(text, "total") + ";" + answer.signature() + "\n";
    }

    private FiscalMemory.Answer sign(String text, String transaction, String digest) {
        long number = repeatsNumber ? memory.lastNumber() : memory.lastNumber() + 1;
        String time =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String whole = text + "SIGNED\ndevice " + deviceId + "\nnumber " + number + "\ntime " + time + "\n";
        String signature = signature(forges ? "forged" : whole);
        repeatsNumber = false;
        forges = false;
        return new FiscalMemory.Answer(number, transaction, digest, time, signature);
    }

    private String signature(String text) {
        try {
            Signature signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(memory.key().getPrivate());
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs with ECDSA", e);
        }
    }

    private static String field(String text, String name) {
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(name + " ")) {
                return line.substring(name.length() + 1);
            }
        }
        return "-";
    }

    private static String crc(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return String.format(Locale.ROOT, "%08X", crc.getValue());
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public List<ScriptCommand> commands() {
        var commands = new ArrayList<ScriptCommand>();
        commands.add(new ScriptCommand("full", List.of(), "Its memory is full.", words -> fill()));
        commands.add(new ScriptCommand("expire", List.of(), "Its certificate has expired.", words -> expire()));
        commands.add(new ScriptCommand("mend", List.of(), "Nothing is the matter any more.", words -> mend()));
        commands.add(new ScriptCommand(
                "slow",
                List.of("MILLISECONDS"),
                "Each answer takes so long.",
                words -> slow(ScriptCommand.number(words.get(0), 0, MOST_MILLIS))));
        commands.add(new ScriptCommand("fall-silent", List.of(), "It signs and says nothing.", words -> fallSilent()));
        commands.add(new ScriptCommand(
                "cut-after-signing", List.of(), "The call ends before its next answer.", words -> cutAfterSigning()));
        commands.add(new ScriptCommand(
                "repeat-number", List.of(), "Gives one number to two transactions.", words -> repeatNumber()));
        commands.add(
                new ScriptCommand("forge", List.of(), "Its next signature is of something else.", words -> forge()));
        commands.addAll(ScriptCommand.ofCable(this::pull, this::plugIn));
        return commands;
    }

    public void pull() {
        end.pull();
    }

    public void plugIn() throws IOException {
        end.plugIn();
    }

    @Override
    public void close() {
        closed.countDown();
        end.close();
    }

    /** Hears what the device does, on its own thread. */
    @FunctionalInterface
    public interface Listener {
        void happened(String what);
    }
}
