package org.tillwright.register.training;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.dialogue.Question.Answer;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;

/** Begins and ends practising, and guides through a first sale. Event thread only. */
public final class Training {

    private static final String KEEP = "keep";
    private static final String FREE = "free";
    private static final String GUIDED = "guided";
    private static final String END = "end";

    private final SaleSession sale;
    private final Conversation talk;
    private @Nullable Guide guide;

    public Training(SaleSession sale, Conversation talk) {
        this.sale = sale;
        this.talk = talk;
    }

    /** The function's key: asks what is wanted. */
    public void ask() {
        if (!sale.isEmpty()) {
            talk.say(Announcement.warning(talk.texts().text("training.finish-first")));
            return;
        }
        talk.ask(texts -> sale.isTraining() ? endQuestion(texts) : beginQuestion(texts), this::answered);
    }

    private static Question beginQuestion(Texts texts) {
        return new Question(
                texts.text("training.begin.question"),
                texts.text("training.begin.detail"),
                List.of(
                        new Answer(KEEP, texts.text("training.begin.keep"), false),
                        new Answer(GUIDED, texts.text("training.begin.guided"), false),
                        new Answer(FREE, texts.text("training.begin.free"), false)));
    }

    private static Question endQuestion(Texts texts) {
        return new Question(
                texts.text("training.end.question"),
                texts.text("training.end.detail"),
                List.of(
                        new Answer(KEEP, texts.text("training.end.go-on"), false),
                        new Answer(END, texts.text("training.end.end"), false),
                        new Answer(GUIDED, texts.text("training.begin.guided"), false)));
    }

    private void answered(String answer) {
        talk.leave();
        switch (answer) {
            case END -> end();
            case GUIDED -> begin(Guide.RING_UP);
            case FREE -> begin(null);
            default -> {
                // Nothing was wanted.
            }
        }
    }

    private void begin(@Nullable Guide first) {
        Notice obstacle = sale.train(true);
        guide = obstacle == null ? first : null;
        say(obstacle, "training.begun");
    }

    /** Ends practising; also when the person leaves the register. */
    public void end() {
        if (sale.isTraining()) {
            Notice obstacle = sale.train(false);
            guide = null;
            say(obstacle, "training.ended");
        }
    }

    private void say(@Nullable Notice obstacle, String otherwise) {
        talk.say(
                obstacle == null
                        ? Announcement.done(talk.texts().text(otherwise))
                        : Announcement.warning(talk.texts().text(obstacle)));
    }

    /**
     * Looks how far the first sale is.
     *
     * @param isPaying true while the screen that takes the money is shown
     */
    public void look(boolean isPaying) {
        Guide now = guide;
        if (now != null) {
            guide = now.after(sale, isPaying);
        }
    }

    /** What stands at the top of the screen while somebody practises; empty otherwise. */
    public String banner(Texts texts) {
        if (!sale.isTraining()) {
            return "";
        }
        Guide now = guide;
        if (now == null) {
            return texts.text("training.banner");
        }
        String step = texts.text(
                "training.step." + now.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return now == Guide.DONE
                ? step
                : texts.text(
                        "training.banner-step", Integer.toString(now.number()), Integer.toString(Guide.steps()), step);
    }
}
