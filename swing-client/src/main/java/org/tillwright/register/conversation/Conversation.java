package org.tillwright.register.conversation;

import java.util.function.Consumer;
import java.util.function.Function;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.text.Texts;

/**
 * A talk with the operator. Each call takes the place of what was asked before; what is asked stays until it is answered,
 * something else is asked, or the operator leaves with Escape. Words are made by functions, because the operator may turn to
 * another language in the middle. Event thread only.
 */
public interface Conversation {

    /** The operator's language now. */
    Texts texts();

    /** Says something in the notice line; what is being asked stays. */
    void say(Announcement said);

    /** Asks with large keys. Escape gives the first answer, as that key does. */
    void ask(Function<Texts, Question> question, Consumer<String> answered);

    /** Lets the operator key something. A wrong answer is told with {@link #say}: the prompt is still there. */
    void key(Function<Texts, Prompt> prompt, Consumer<String> entered);

    /** Lets the operator key or scan something. */
    void keyOrScan(Function<Texts, Prompt> prompt, Consumer<String> entered);

    /** Lets the operator choose from a list. */
    void choose(Function<Texts, Choices> choices, Choosing choosing);

    /** Shows that something is waited for that takes a moment; nothing can be keyed meanwhile but Escape. */
    void await(Function<Texts, String> what);

    /** The same while money is on its way: nothing else can be done, and Escape does not leave it. */
    void hold(Function<Texts, String> what);

    /** Draws anew what is asked, because what it is made of has changed. */
    void refresh();

    /** True while this very question, prompt, list or waiting is the one shown: an answer that comes late asks first. */
    boolean isOpen(Object asked);

    /** What is shown now, to be given to {@link #isOpen} later. */
    Object open();

    /** Ends the talk: the usual work is shown again. */
    void leave();
}
