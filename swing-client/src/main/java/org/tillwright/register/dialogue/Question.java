package org.tillwright.register.dialogue;

import java.util.List;

/**
 * A question asked in place, never in a dialog.
 *
 * @param detail a second line, or empty
 * @param answers the safe one first; it is what Escape gives
 */
public record Question(String text, String detail, List<Answer> answers) {

    public Question {
        answers = List.copyOf(answers);
    }

    /**
     * One key to answer with.
     *
     * @param id what the model is told
     * @param isDanger whether it cannot be undone
     */
    public record Answer(String id, String label, boolean isDanger) {}
}
