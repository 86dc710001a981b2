package org.tillwright.register.returning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.shop.Reason;

/** Asks why something is done, by the shop's own list of reasons, and what becomes of goods that came back. */
public final class ReasonTalk {

    private static final String BY_LINE = "by-line";
    private static final String LEAVE = "leave";

    private final Conversation talk;

    public ReasonTalk(Conversation talk) {
        this.talk = talk;
    }

    /**
     * Asks for a reason; a shop that named none is not asked.
     *
     * @param use such as RETURN
     * @param title key of what is asked
     */
    public void why(Catalogue catalogue, String use, String title, Consumer<@Nullable String> then) {
        List<Reason> reasons = catalogue.shop().reasons(use);
        if (reasons.isEmpty()) {
            then.accept(null);
            return;
        }
        talk.choose(
                texts -> new Choices(
                        texts.text(title),
                        "",
                        texts.text("returning.reason.hint"),
                        reasons.stream()
                                .map(reason ->
                                        new Choices.Row(reason.reasonId(), name(reason, texts, catalogue), "", ""))
                                .toList(),
                        ""),
                new Choosing() {
                    @Override
                    public void chosen(String id) {
                        then.accept(id);
                    }
                });
    }

    private static String name(Reason reason, Texts texts, Catalogue catalogue) {
        return Shop.nameOf(reason, texts.language(), catalogue.store().language());
    }

    /**
     * Asks why the goods of some lines come back and what becomes of them.
     *
     * @param names of the lines, by their numbers
     * @param then told what each line says
     * @param back done when the operator wants to go back instead
     */
    void goods(
            Catalogue catalogue,
            Map<Integer, String> names,
            Consumer<Map<Integer, LineParticulars>> then,
            Runnable back) {
        why(
                catalogue,
                "RETURN",
                "returning.reason",
                reason -> condition(
                        names,
                        condition -> {
                            Map<Integer, LineParticulars> said = new TreeMap<>();
                            condition.forEach((line, what) -> said.put(line, new LineParticulars(null, reason, what)));
                            then.accept(said);
                        },
                        back));
    }

    private void condition(Map<Integer, String> names, Consumer<Map<Integer, String>> then, Runnable back) {
        talk.ask(texts -> question(texts, texts.text("returning.condition"), names.size() > 1), answer -> {
            Map<Integer, String> conditions = new TreeMap<>();
            if (answer.equals(BY_LINE)) {
                oneByOne(new ArrayDeque<>(new TreeMap<>(names).entrySet()), conditions, then, back);
            } else if (answer.equals(LEAVE)) {
                back.run();
            } else {
                names.keySet().forEach(line -> conditions.put(line, answer));
                then.accept(conditions);
            }
        });
    }

    private void oneByOne(
            Deque<Map.Entry<Integer, String>> open,
            Map<Integer, String> conditions,
            Consumer<Map<Integer, String>> then,
            Runnable back) {
        Map.Entry<Integer, String> line = open.poll();
        if (line == null) {
            then.accept(conditions);
            return;
        }
        talk.ask(texts -> question(texts, texts.text("returning.condition.of", line.getValue()), false), answer -> {
            if (answer.equals(LEAVE)) {
                back.run();
            } else {
                conditions.put(line.getKey(), answer);
                oneByOne(open, conditions, then, back);
            }
        });
    }

    private static Question question(Texts texts, String text, boolean isOfSeveral) {
        Deque<Question.Answer> answers = new ArrayDeque<>();
        answers.add(new Question.Answer(LEAVE, texts.text("returning.condition.leave"), false));
        answers.add(new Question.Answer(LineParticulars.RESELL, texts.text("returning.condition.resell"), false));
        answers.add(new Question.Answer(LineParticulars.SCRAP, texts.text("returning.condition.scrap"), true));
        if (isOfSeveral) {
            answers.add(new Question.Answer(BY_LINE, texts.text("returning.condition.by-line"), false));
        }
        return new Question(text, texts.text("returning.condition.detail"), List.copyOf(answers));
    }
}
