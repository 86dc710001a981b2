package org.tillwright.register.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.text.Texts;

/** A conversation that writes down what is said and lets a test answer. */
final class HeardTalk implements Conversation {

    final List<String> said = new ArrayList<>();
    Question question;
    Consumer<String> answered;
    Choices choices;
    Choosing choosing;
    Consumer<String> entered;
    private Function<Texts, Choices> making;

    String last() {
        return said.get(said.size() - 1);
    }

    @Override
    public Texts texts() {
        return Texts.of("en");
    }

    @Override
    public void say(Announcement announcement) {
        said.add(announcement.text());
    }

    @Override
    public void ask(Function<Texts, Question> asked, Consumer<String> then) {
        question = asked.apply(texts());
        answered = then;
    }

    @Override
    public void key(Function<Texts, Prompt> prompt, Consumer<String> then) {
        assertThat(prompt.apply(texts()).title()).isNotBlank();
        entered = then;
    }

    @Override
    public void keyOrScan(Function<Texts, Prompt> prompt, Consumer<String> then) {
        key(prompt, then);
    }

    @Override
    public void choose(Function<Texts, Choices> offered, Choosing then) {
        making = offered;
        choosing = then;
        refresh();
    }

    @Override
    public void await(Function<Texts, String> what) {
        assertThat(what.apply(texts())).isNotBlank();
    }

    @Override
    public void hold(Function<Texts, String> what) {
        assertThat(what.apply(texts())).isNotBlank();
    }

    @Override
    public void refresh() {
        choices = making.apply(texts());
    }

    @Override
    public boolean isOpen(Object asked) {
        return true;
    }

    @Override
    public Object open() {
        return this;
    }

    @Override
    public void leave() {
        entered = null;
    }
}
