package org.tillwright.register.tendering;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.text.Texts;

/** Talks with the operator on the tendering screen, in place of the tender keys. */
final class TenderTalk implements Conversation {

    private static final Open NOTHING = new Nothing();

    private final Supplier<Texts> texts;
    private final Consumer<Announcement> say;
    private final Runnable draw;
    private Open open = NOTHING;

    TenderTalk(Supplier<Texts> texts, Consumer<Announcement> say, Runnable draw) {
        this.texts = texts;
        this.say = say;
        this.draw = draw;
    }

    @Override
    public Texts texts() {
        return texts.get();
    }

    @Override
    public void say(Announcement said) {
        say.accept(said);
    }

    @Override
    public void ask(Function<Texts, Question> question, Consumer<String> answered) {
        turnTo(new Asked(question, answered));
    }

    @Override
    public void key(Function<Texts, Prompt> prompt, Consumer<String> entered) {
        turnTo(new Keyed(prompt, entered, false));
    }

    @Override
    public void keyOrScan(Function<Texts, Prompt> prompt, Consumer<String> entered) {
        turnTo(new Keyed(prompt, entered, true));
    }

    @Override
    public void choose(Function<Texts, Choices> choices, Choosing choosing) {
        turnTo(new Chosen(choices, choosing));
    }

    @Override
    public void await(Function<Texts, String> what) {
        turnTo(new Waiting(what, false));
    }

    @Override
    public void hold(Function<Texts, String> what) {
        turnTo(new Waiting(what, true));
    }

    @Override
    public void refresh() {
        draw.run();
    }

    @Override
    public boolean isOpen(Object asked) {
        return open == asked;
    }

    @Override
    public Object open() {
        return open;
    }

    @Override
    public void leave() {
        open = NOTHING;
        draw.run();
    }

    /** Ends the talk without drawing: whoever calls goes on at once. */
    void end() {
        open = NOTHING;
    }

    private void turnTo(Open next) {
        open = next;
        say.accept(Announcement.NONE);
    }

    // ---------------------------------------------------------------- what the screen shows

    /** True while nothing is asked, and tender keys are shown. */
    boolean isIdle() {
        return open instanceof Nothing;
    }

    /** True while an answer is waited for. */
    boolean isWaiting() {
        return open instanceof Waiting;
    }

    @Nullable
    Question question() {
        return open instanceof Asked asked ? asked.question().apply(texts()) : null;
    }

    @Nullable
    Prompt prompt() {
        if (open instanceof Waiting waiting) {
            String detail = waiting.isHeld() ? "prompt.held.detail" : "prompt.waiting.detail";
            return new Prompt(waiting.what().apply(texts()), texts().text(detail), "", false);
        }
        return open instanceof Keyed keyed ? keyed.prompt().apply(texts()) : null;
    }

    @Nullable
    Choices choices() {
        return open instanceof Chosen chosen ? chosen.choices().apply(texts()) : null;
    }

    // ---------------------------------------------------------------- what the operator does

    void answered(String answerId) {
        if (open instanceof Asked asked) {
            open = NOTHING;
            asked.then().accept(answerId);
            draw.run();
        }
    }

    /** Enter was hit; true if that was an answer. */
    boolean entered(String text) {
        if (open instanceof Keyed keyed) {
            keyed.then().accept(text);
        } else if (open instanceof Chosen chosen) {
            chosen.choosing().entered(text);
        }
        return !isIdle();
    }

    void chosen(String id) {
        if (open instanceof Chosen chosen) {
            chosen.choosing().chosen(id);
        }
    }

    void typed(String text) {
        if (open instanceof Chosen chosen) {
            chosen.choosing().typed(text);
        }
    }

    /** Something was scanned; true if it was an answer. */
    boolean scanned(String code) {
        if (open instanceof Keyed keyed && keyed.takesScans()) {
            keyed.then().accept(code);
            return true;
        }
        return open instanceof Chosen chosen && chosen.choosing().scanned(code);
    }

    /** Escape: gives a question's safe answer, and leaves everything else. */
    void escaped() {
        if (open instanceof Asked asked) {
            answered(asked.question().apply(texts()).answers().get(0).id());
        } else if (!(open instanceof Waiting waiting && waiting.isHeld())) {
            leave();
        }
    }

    /** What is asked now. */
    private sealed interface Open {}

    private record Nothing() implements Open {}

    private record Asked(Function<Texts, Question> question, Consumer<String> then) implements Open {}

    private record Keyed(Function<Texts, Prompt> prompt, Consumer<String> then, boolean takesScans) implements Open {}

    private record Chosen(Function<Texts, Choices> choices, Choosing choosing) implements Open {}

    private record Waiting(Function<Texts, String> what, boolean isHeld) implements Open {}
}
