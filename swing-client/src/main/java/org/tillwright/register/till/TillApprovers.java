package org.tillwright.register.till;

import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.signon.SignOn;
import org.tillwright.register.signon.SignOnOutcome;
import org.tillwright.register.signon.SignOnWords;
import org.tillwright.register.till.TillClosingModel.Answer;
import org.tillwright.register.till.TillCount.Yes;

/** Asks a second person for number and PIN: on the selling screen, and on the screen that counts a till. */
public final class TillApprovers implements TillApprovals, TillClosingModel.Approver {

    private final SignOn signOn;
    private final Conversation conversation;
    private final Supplier<Catalogue> catalogue;

    public TillApprovers(SignOn signOn, Conversation conversation, Supplier<Catalogue> catalogue) {
        this.signOn = signOn;
        this.conversation = conversation;
        this.catalogue = catalogue;
    }

    @Override
    public void ask(What what, Consumer<Yes> then) {
        conversation.key(
                texts -> new Prompt(
                        texts.text("till.approve.title"),
                        texts.text("till.approve.detail"),
                        texts.text("till.approve.number"),
                        false),
                number -> {
                    if (!number.isBlank()) {
                        pin(number.strip(), what, then);
                    }
                });
    }

    private void pin(String number, What what, Consumer<Yes> then) {
        conversation.key(
                texts -> new Prompt(
                        texts.text("till.approve.title"),
                        texts.text("till.approve.detail"),
                        texts.text("till.approve.pin"),
                        true),
                pin -> askedOf(number, pin, what, then));
    }

    private void askedOf(String number, String pin, What what, Consumer<Yes> then) {
        conversation.await(texts -> texts.text("till.approve.checking"));
        Object waiting = conversation.open();
        check(number, pin, what, answer -> {
            if (!conversation.isOpen(waiting)) {
                return; // the operator left meanwhile, and nothing is done behind anybody's back
            }
            conversation.leave();
            Yes yes = answer.yes();
            if (yes != null) {
                then.accept(yes);
            } else {
                conversation.say(answer.said());
            }
        });
    }

    @Override
    public void check(String number, String pin, What what, Consumer<Answer> then) {
        signOn.approve(number, pin, what.permission(), outcome -> then.accept(answer(outcome)));
    }

    private Answer answer(SignOnOutcome outcome) {
        if (outcome instanceof SignOnOutcome.SignedOn approver) {
            return new Answer(new Yes(approver.operator().operatorId(), null), Announcement.NONE);
        }
        ZoneId zone = ZoneId.of(catalogue.get().store().timeZone());
        return new Answer(null, SignOnWords.of(outcome, conversation.texts(), zone));
    }
}
