package org.tillwright.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells a simulated device what to do, line by line: the device's own commands, and {@code wait}, {@code await},
 * {@code say} and {@code end}, which every script knows. A file is read whole before anything is done, so that a typing
 * mistake in its last line does not spoil a test half way; what is typed is done line by line.
 */
public final class SimulatorScript {

    /** Most lines of a file. */
    public static final int MOST_LINES = 10_000;

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
    private static final long MOST_MILLISECONDS = 3_600_000;
    private static final long MOST_SECONDS = 3_600;

    private final Map<String, ScriptCommand> commands = new LinkedHashMap<>();
    private final Optional<String> usual;
    private final Predicate<String> isUsual;
    private final ScriptEvents events;
    private final Consumer<String> messages;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Makes the reader of scripts for a device.
     *
     * @param events what the device tells
     * @param messages hears, one sentence each, what a script says and what is wrong with it
     */
    public SimulatorScript(Scriptable device, ScriptEvents events, Consumer<String> messages) {
        this.events = events;
        this.messages = messages;
        usual = device.usualCommand();
        isUsual = device::isUsual;
        device.commands().forEach(this::add);
        add(new ScriptCommand("wait", List.of("MILLISECONDS"), "Does nothing for a while.", this::pause));
        add(new ScriptCommand(
                "await",
                List.of("TEXT", "[SECONDS]"),
                "Waits until the device has told something that holds this text, 10 seconds unless told.",
                this::await));
        add(new ScriptCommand("say", List.of("TEXT"), "Writes a text.", words -> messages.accept(words.get(0))));
        add(new ScriptCommand("end", List.of(), "Switches the device off.", words -> ended.countDown()));
    }

    private void add(ScriptCommand command) {
        if (commands.putIfAbsent(command.name(), command) != null) {
            throw new IllegalArgumentException("two commands are called " + command.name());
        }
    }

    /** All commands, one a line, each with what it does. */
    public String help() {
        var text = new StringBuilder();
        for (ScriptCommand command : commands.values()) {
            text.append(String.format("  %-26s %s%n", command.usage(), command.says()));
        }
        return text.toString();
    }

    /** True once a script has said {@code end}. */
    public boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /**
     * Runs a whole script.
     *
     * @param name what it is called in messages, such as its file's name
     * @return false if something in it makes no sense, which is told before anything is done, or if a line failed, with
     *     which it ends
     */
    public boolean run(String name, BufferedReader lines) throws IOException, InterruptedException {
        List<Step> steps = steps(name, lines);
        if (steps.contains(Step.UNREADABLE)) {
            return false;
        }
        for (Step step : steps) {
            String failure = failureOf(step);
            if (failure != null) {
                messages.accept(name + ", line " + step.number() + ": " + failure + ".");
                return false;
            }
            if (hasEnded()) {
                return true;
            }
        }
        return true;
    }

    private List<Step> steps(String name, BufferedReader lines) throws IOException {
        var steps = new ArrayList<Step>();
        int number = 0;
        String line = lines.readLine();
        while (line != null) {
            number++;
            if (number > MOST_LINES) {
                messages.accept(name + " has more than " + MOST_LINES + " lines.");
                return List.of(Step.UNREADABLE);
            }
            steps.add(step(name, number, line));
            line = lines.readLine();
        }
        return steps;
    }

    private Step step(String name, int number, String line) {
        try {
            return read(number, line);
        } catch (ScriptException e) {
            messages.accept(name + ", line " + number + ": " + e.getMessage() + ".");
            return Step.UNREADABLE;
        }
    }

    /** Does what is typed, line by line, until {@code end} or the input's end. A line that fails is told, and the next is read. */
    public void follow(BufferedReader typed) throws IOException, InterruptedException {
        String line = typed.readLine();
        while (line != null) {
            follow(line);
            if (hasEnded()) {
                return;
            }
            line = typed.readLine();
        }
    }

    private void follow(String line) throws InterruptedException {
        if (line.strip().equals("help")) {
            messages.accept(help());
            return;
        }
        try {
            String failure = failureOf(read(1, line));
            if (failure != null) {
                messages.accept(failure + ".");
            }
        } catch (ScriptException e) {
            messages.accept(e.getMessage() + ".");
        }
    }

    private Step read(int number, String line) throws ScriptException {
        String first = firstWord(line);
        boolean isNoCommand = !first.isEmpty() && !first.startsWith("#") && !commands.containsKey(first);
        if (isNoCommand && usual.isPresent() && isUsual.test(line.strip())) {
            return new Step(number, commands.get(usual.get()), List.of(line.strip()));
        }
        List<String> words = ScriptLine.words(line);
        if (words.isEmpty()) {
            return new Step(number, null, List.of());
        }
        ScriptCommand command = commands.get(words.get(0));
        if (command == null) {
            throw new ScriptException("\"" + words.get(0) + "\" is no command of this device; it knows "
                    + String.join(", ", commands.keySet()));
        }
        int given = words.size() - 1;
        if (given < command.fewest() || given > command.most()) {
            throw new ScriptException("write it as: " + command.usage());
        }
        return new Step(number, command, words.subList(1, words.size()));
    }

    private static String firstWord(String line) {
        return line.strip().split("\\s", 2)[0];
    }

    private static @Nullable String failureOf(Step step) throws InterruptedException {
        ScriptCommand command = step.command();
        if (command == null) {
            return null;
        }
        try {
            command.action().run(step.words());
        } catch (ScriptException | IOException e) {
            return String.valueOf(e.getMessage());
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the script was stopped at " + command.name());
        }
        return null;
    }

    private void pause(List<String> words) throws ScriptException {
        long milliseconds = ScriptCommand.number(words.get(0), 0, MOST_MILLISECONDS);
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(List<String> words) throws ScriptException {
        Duration patience = words.size() == 1
                ? USUAL_PATIENCE
                : Duration.ofSeconds(ScriptCommand.number(words.get(1), 1, MOST_SECONDS));
        try {
            if (!events.await(words.get(0), patience)) {
                throw new ScriptException(
                        "the device did not tell \"" + words.get(0) + "\" within " + patience.toSeconds() + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A line that was read.
     *
     * @param number from 1
     * @param command null for an empty line
     */
    private record Step(int number, @Nullable ScriptCommand command, List<String> words) {

        /** A line that could not be read and was told. */
        static final Step UNREADABLE = new Step(0, null, List.of());
    }
}
