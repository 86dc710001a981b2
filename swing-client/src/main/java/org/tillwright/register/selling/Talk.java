package org.tillwright.register.selling;

import java.util.function.Consumer;
import java.util.function.Function;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.text.Texts;

/** Talks with the operator on the selling screen. */
final class Talk implements Conversation {

    private final SellingModel selling;

    Talk(SellingModel selling) {
        this.selling = selling;
    }

    @Override
    public Texts texts() {
        return selling.texts();
    }

    @Override
    public void say(Announcement said) {
        selling.say(said);
    }

    @Override
    public void ask(Function<Texts, Question> question, Consumer<String> answered) {
        selling.await(new Awaited.Asked(question, answered));
    }

    @Override
    public void key(Function<Texts, Prompt> prompt, Consumer<String> entered) {
        selling.await(new Awaited.Keyed(prompt, entered, false));
    }

    @Override
    public void keyOrScan(Function<Texts, Prompt> prompt, Consumer<String> entered) {
        selling.await(new Awaited.Keyed(prompt, entered, true));
    }

    @Override
    public void choose(Function<Texts, Choices> choices, Choosing choosing) {
        selling.await(new Awaited.Chosen(choices, choosing));
    }

    @Override
    public void await(Function<Texts, String> what) {
        selling.await(new Awaited.Waiting(what));
    }

    @Override
    public void hold(Function<Texts, String> what) {
        selling.await(new Awaited.Held(what));
    }

    @Override
    public void refresh() {
        selling.show();
    }

    @Override
    public boolean isOpen(Object asked) {
        return selling.awaited() == asked;
    }

    @Override
    public Object open() {
        return selling.awaited();
    }

    @Override
    public void leave() {
        selling.leave();
        selling.show();
    }
}
