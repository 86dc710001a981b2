package org.tillwright.simulator;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A scale with a plate that things are put on, in one of three ways of talking. */
public final class ScaleSimulator implements Scriptable {

    /** What the scale can weigh, in grams. */
    public static final long CAPACITY_GRAMS = 15_000;

    private final ScalePlate plate = new ScalePlate();
    private final ScaleSpeech speech;
    private final FarEnd end;
    private volatile Panel panel = (grams, perKg, amount, text) -> {};

    private ScaleSimulator(Kind kind, String where, @Nullable Cable cable) throws IOException {
        speech = kind.speech(this);
        end = FarEnd.open(where, cable, new FarEnd.Peer() {
            @Override
            public void received(byte[] bytes) throws IOException {
                for (byte one : bytes) {
                    speech.take(one, answer -> ScaleSimulator.this.send(answer));
                }
            }

            @Override
            public void connected() {
                speech.forget();
            }
        });
    }

    /**
     * Puts a scale that talks in plain lines at the far end of a line.
     *
     * @param where path of a serial port, or {@code tcp:PORT} with 0 for any free one
     * @param cable what {@link #pull} pulls, or null
     */
    public static ScaleSimulator open(String where, @Nullable Cable cable) throws IOException {
        return open(Kind.PLAIN, where, cable);
    }

    /** Puts a scale of some kind at the far end of a line. */
    public static ScaleSimulator open(Kind kind, String where, @Nullable Cable cable) throws IOException {
        return new ScaleSimulator(kind, where, cable);
    }

    private void send(byte[] answer) throws IOException {
        end.send(answer);
    }

    /** The port it listens on, when it is on TCP. */
    public int tcpPort() {
        return end.tcpPort();
    }

    /** Hears what the customer reads, on the line's thread; a scale that only weighs says nothing. */
    public void watch(Panel next) {
        panel = next;
    }

    /** So much lies on the plate, still. Negative when something was taken off after it was set to zero. */
    public void put(long weightGrams) {
        plate.put(weightGrams);
    }

    /** So much is on the plate and has not come to rest. */
    public void move(long weightGrams) {
        plate.move(weightGrams);
    }

    /** What is on the plate, in grams. */
    public long grams() {
        return plate.grams();
    }

    /** The next so many questions find it still measuring. */
    public void measureSlowly(int questions) {
        plate.measureSlowly(questions);
    }

    /** It is out of order, or not any more. */
    public void fail(boolean isFaulty) {
        plate.fail(isFaulty);
    }

    /** Switched off and on: it knows nothing of what was, and asks who is there. */
    public void restart() {
        plate.begin();
        speech.begin();
    }

    /** Shows and tells amounts that are wrong by so much, where it computes them. */
    public void miscount(long byMinor) {
        if (speech instanceof Dialog06Speech computing) {
            computing.miscount(byMinor);
        }
    }

    /** Bytes from the register that mean nothing to it; 0 where it takes any. */
    public int unknownBytes() {
        return speech instanceof Dialog06Speech strict ? strict.unknownBytes() : 0;
    }

    /** How often the register's check numbers held, where it asks for them. */
    public int checksPassed() {
        return speech instanceof Dialog06Speech strict ? strict.checksPassed() : 0;
    }

    @Override
    public List<ScriptCommand> commands() {
        return ScaleScript.of(this);
    }

    /** A bare figure is put on the plate. */
    @Override
    public Optional<String> usualCommand() {
        return Optional.of("put");
    }

    @Override
    public boolean isUsual(String line) {
        return line.matches("[-~0-9].*");
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

    /** What the customer reads on a scale that computes prices. */
    @FunctionalInterface
    public interface Panel {
        void show(long grams, long perKgMinor, long amountMinor, String text);
    }

    /**
     * How a scale talks.
     *
     * @param polynomial of a Dialog 06 scale that asks for check numbers: 16 bits, x^16 goes without saying; null for one that does not
     * @param checks how many pairs it asks for
     */
    public record Kind(Name name, @Nullable Integer polynomial, int checks) {

        public static final Kind PLAIN = new Kind(Name.PLAIN, null, 0);
        public static final Kind NCI = new Kind(Name.NCI, null, 0);
        public static final Kind DIALOG06 = new Kind(Name.DIALOG06, null, 0);

        /** A Dialog 06 scale that asks who is there. */
        public static Kind distrustful(int polynomial, int checks) {
            return new Kind(Name.DIALOG06, polynomial, checks);
        }

        private ScaleSpeech speech(ScaleSimulator scale) {
            return switch (name) {
                case PLAIN -> new PlainSpeech(scale.plate);
                case NCI -> new NciSpeech(scale.plate);
                case DIALOG06 ->
                    new Dialog06Speech(
                            scale.plate,
                            polynomial == null ? null : BigInteger.valueOf(0x10000L | polynomial),
                            checks,
                            new Random(),
                            (grams, perKg, amount, text) -> scale.panel.show(grams, perKg, amount, text));
            };
        }

        /** The ways of talking there are. */
        public enum Name {
            PLAIN,
            NCI,
            DIALOG06;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
