package org.tillwright.register.tendering;

import java.time.ZoneId;
import org.tillwright.core.money.Money;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.sale.Permissions;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.signon.SignOn;
import org.tillwright.register.signon.SignOnOutcome;
import org.tillwright.register.signon.SignOnWords;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderType;

/** Asks a second person for number and PIN on the tendering screen, where the operator may not take a payment alone. */
public final class ApproverAtHand implements TenderApproval {

    private final SaleSession sale;
    private final SignOn signOn;
    private final Conversation talk;

    public ApproverAtHand(SaleSession sale, SignOn signOn, Conversation talk) {
        this.sale = sale;
        this.signOn = signOn;
        this.talk = talk;
    }

    @Override
    public void ask(TenderType type, Money amount, Runnable then) {
        boolean mayAlone = sale.operator()
                .filter(operator -> operator.permissions().contains(Permissions.TENDER_ABOVE_LIMIT))
                .isPresent();
        if (mayAlone) {
            then.run();
        } else {
            talk.key(texts -> prompt("approver", "", false, texts), number -> {
                if (!number.isEmpty()) {
                    talk.key(
                            texts -> prompt("approver-pin", number, true, texts),
                            pin -> check(number, pin, type, amount, then));
                }
            });
        }
    }

    private static Prompt prompt(String key, String subject, boolean isSecret, Texts texts) {
        return new Prompt(
                texts.text("prompt." + key + ".title", subject),
                texts.text("prompt." + key + ".detail", subject),
                texts.text("prompt." + key + ".hint"),
                isSecret);
    }

    private void check(String number, String pin, TenderType type, Money amount, Runnable then) {
        talk.await(texts -> texts.text("prompt.approver-checked.title"));
        Object waiting = talk.open();
        signOn.approve(number, pin, Permissions.TENDER_ABOVE_LIMIT, outcome -> {
            if (!talk.isOpen(waiting)) {
                return; // the operator has left
            }
            talk.leave();
            if (outcome instanceof SignOnOutcome.SignedOn approver) {
                approved(approver.operator().operatorId(), type, amount, then);
            } else {
                ZoneId zone = ZoneId.of(sale.catalogue().store().timeZone());
                talk.say(SignOnWords.of(outcome, talk.texts(), zone));
            }
        });
    }

    private void approved(String approverId, TenderType type, Money amount, Runnable then) {
        Notice obstacle = sale.writeDown("TENDER_APPROVED", type + " " + amount + " by " + approverId);
        if (obstacle == null) {
            then.run();
        } else {
            talk.say(Announcement.refused(talk.texts().text(obstacle)));
        }
    }
}
