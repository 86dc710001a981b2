package org.tillwright.register.sound;

import java.lang.System.Logger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * Plays the sounds on the machine's loudspeaker, on a thread of its own. A machine without one is silent: that is said once in the
 * log, and never stops a sale. Sounds that come faster than they can be played are left out.
 */
public final class Loudspeaker implements Sounds, AutoCloseable {

    private static final Logger LOG = System.getLogger(Loudspeaker.class.getName());

    private static final int RATE = 22_050;
    private static final int LOUD = 40; // of 127: to be heard at the till, not in the queue
    private static final int HIGH_HERTZ = 1_760;
    private static final int LOW_HERTZ = 330;
    private static final int SHORT_MILLIS = 70;
    private static final int LONG_MILLIS = 140;
    private static final int PAUSE_MILLIS = 60;
    private static final int MOST_WAITING = 2;

    private final ExecutorService lane = new ThreadPoolExecutor(
            0,
            1,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Loudspeaker::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    private final byte[] accepted = tones(tone(HIGH_HERTZ, SHORT_MILLIS));
    private final byte[] refused = tones(tone(LOW_HERTZ, LONG_MILLIS), pause(), tone(LOW_HERTZ, LONG_MILLIS));
    private final byte[] alarm = tones(
            tone(HIGH_HERTZ, LONG_MILLIS),
            pause(),
            tone(HIGH_HERTZ, LONG_MILLIS),
            pause(),
            tone(HIGH_HERTZ, LONG_MILLIS));
    private volatile boolean isSilent;

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "register sounds");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void accepted() {
        play(accepted);
    }

    @Override
    public void refused() {
        play(refused);
    }

    @Override
    public void alarm() {
        play(alarm);
    }

    private static byte[] pause() {
        return new byte[RATE * PAUSE_MILLIS / 1_000];
    }

    private void play(byte[] wave) {
        if (!isSilent) {
            lane.execute(() -> playNow(wave));
        }
    }

    private void playNow(byte[] wave) {
        AudioFormat format = new AudioFormat(RATE, 8, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(wave, 0, wave.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            isSilent = true; // AudioSystem says with IllegalArgumentException that there is no loudspeaker
            LOG.log(Logger.Level.INFO, "this machine has no loudspeaker; the register makes no sounds", e);
        }
    }

    /** A triangle wave: softer than a square one, and made without fractions. Its ends are faded, so that it does not crack. */
    private static byte[] tone(int hertz, int millis) {
        byte[] wave = new byte[RATE * millis / 1_000];
        int period = RATE / hertz;
        int fade = wave.length / 8;
        for (int i = 0; i < wave.length; i++) {
            int place = i % period;
            int up = Math.min(place, period - place); // 0 .. period/2
            int level = up * 4 * LOUD / period - LOUD;
            int faded = level * Math.min(fade, Math.min(i, wave.length - 1 - i)) / Math.max(1, fade);
            wave[i] = (byte) faded;
        }
        return wave;
    }

    private static byte[] tones(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    @Override
    public void close() {
        lane.shutdownNow();
    }
}
