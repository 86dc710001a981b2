package org.tillwright.simulator;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.TerminalSimulator.Failure;
import org.tillwright.simulator.TerminalSimulator.Step;

/** The dialogue of a simulated terminal, beat by beat: it says one thing, and goes on when the register has confirmed it. */
final class TerminalPlay {

    static final Runnable NOTHING = () -> {};

    private final Consumer<Failure> wentWrong;
    private final Deque<Beat> beats = new ArrayDeque<>();
    private final Map<Step, Failure> failures = new EnumMap<>(Step.class);
    private final Map<Step, Runnable> hooks = new EnumMap<>(Step.class);
    private @Nullable FarEnd end;
    private @Nullable TerminalWire wire;
    private boolean isWaiting;
    private boolean isMute;

    /** One thing that the terminal does: it does something, looks whether something goes wrong here, says something, looks again. */
    record Beat(@Nullable Step step, Runnable does, @Nullable TerminalMessage says, @Nullable Step after) {

        Beat(@Nullable Step step, Runnable does, @Nullable TerminalMessage says) {
            this(step, does, says, null);
        }
    }

    /** @param wentWrong hears that a dialogue ended early */
    TerminalPlay(Consumer<Failure> wentWrong) {
        this.wentWrong = wentWrong;
    }

    void speaksBy(FarEnd line, TerminalWire framing) {
        end = line;
        wire = framing;
    }

    static Beat say(TerminalMessage message) {
        return new Beat(null, NOTHING, message);
    }

    static Beat at(Step step) {
        return new Beat(step, NOTHING, null);
    }

    void failAt(Step step, Failure failure) {
        failures.put(step, failure);
    }

    void onReaching(Step step, Runnable hook) {
        hooks.put(step, hook);
    }

    boolean isMute() {
        return isMute;
    }

    void leave() {
        beats.clear();
        isWaiting = false;
        isMute = false;
    }

    void add(Beat beat) {
        beats.addLast(beat);
    }

    void addFirst(Beat beat) {
        beats.addFirst(beat);
    }

    /** Says these next, after it came to a step. */
    void addFirst(Step step, List<TerminalMessage> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            addFirst(say(messages.get(i)));
        }
        addFirst(at(step));
    }

    void perform(Beat... next) throws IOException {
        beats.addAll(Arrays.asList(next));
        play();
    }

    void stopWaiting() {
        isWaiting = false;
    }

    /** The register has confirmed what was said last. */
    void confirmed() throws IOException {
        isWaiting = false;
        play();
    }

    /** Goes on until the register has to confirm something, or nothing is left. */
    void play() throws IOException {
        while (!isWaiting && !beats.isEmpty()) {
            Beat beat = beats.removeFirst();
            beat.does().run();
            Step step = beat.step();
            if (step != null && isOver(step)) {
                return;
            }
            TerminalMessage message = beat.says();
            if (message != null) {
                send(message);
            }
            Step after = beat.after();
            if (after != null && isOver(after)) {
                return;
            }
        }
    }

    private void send(TerminalMessage message) throws IOException {
        try {
            put(framed(message));
            isWaiting = !message.equals(TerminalMessage.ack());
        } catch (IOException e) {
            goOn(); // the register is gone: the customer stands here with the card all the same
            throw e;
        }
    }

    private byte[] framed(TerminalMessage message) throws IOException {
        TerminalWire framing = wire;
        if (framing == null) {
            throw new IOException("the terminal is not connected yet");
        }
        return framing.put(message);
    }

    private void put(byte[] bytes) throws IOException {
        FarEnd line = end;
        if (line == null) {
            throw new IOException("the terminal is not connected yet");
        }
        line.send(bytes);
    }

    /** True when the dialogue ends here. */
    private boolean isOver(Step step) throws IOException {
        Runnable hook = hooks.remove(step);
        if (hook != null) {
            hook.run();
        }
        Failure failure = failures.remove(step);
        if (failure == null) {
            return false;
        }
        if (step == Step.HALF_STATUS || step == Step.HALF_PAPER) {
            half();
        }
        if (failure == Failure.CUT || failure == Failure.SILENCE) {
            beats.clear();
        } else {
            goOn();
        }
        wentWrong.accept(failure);
        isMute = failure == Failure.SILENCE || failure == Failure.SILENCE_AND_GO_ON;
        if (!isMute && end != null) {
            end.drop();
        }
        return true;
    }

    /** Half of the bytes of the next message. */
    private void half() throws IOException {
        for (Beat beat : beats) {
            TerminalMessage message = beat.says();
            if (message != null) {
                byte[] bytes = framed(message);
                put(Arrays.copyOf(bytes, bytes.length / 2));
                return;
            }
        }
    }

    /** Does what is left to do, and says none of it. */
    private void goOn() {
        while (!beats.isEmpty()) {
            beats.removeFirst().does().run();
        }
    }
}
