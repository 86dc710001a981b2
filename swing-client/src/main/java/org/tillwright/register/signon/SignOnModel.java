package org.tillwright.register.signon;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tillwright.register.device.scanner.PaymentCards;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.SnapshotMessage;

/** Asks who is at the register. Used on the event thread only; the PIN is checked elsewhere and the answer comes later. */
public final class SignOnModel implements SignOnIntents {

    /** Names on the screen: more would have to be read, and a number is keyed faster. */
    private static final int MOST_KNOWN = 4;

    private final SignOn signOn;
    private final Supplier<ZoneId> zone;
    private final Consumer<SnapshotMessage.Operator> signedOn;
    private final Consumer<SignOnState> view;
    private Texts texts;
    private Announcement notice = Announcement.NONE;
    private boolean isBusy;
    private boolean isSaleWaiting;
    private int attempt;
    private String number = "";
    private final Deque<SignOnState.Known> known = new ArrayDeque<>();

    public SignOnModel(
            SignOn signOn,
            Supplier<ZoneId> zone,
            Texts texts,
            Consumer<SnapshotMessage.Operator> signedOn,
            Consumer<SignOnState> view) {
        this.signOn = signOn;
        this.zone = zone;
        this.texts = texts;
        this.signedOn = signedOn;
        this.view = view;
    }

    /** True while a PIN is being checked. */
    public boolean isBusy() {
        return isBusy;
    }

    public void speak(Texts next) {
        texts = next;
        notice = Announcement.NONE;
        show();
    }

    /** Turned to; {@code saleWaits} when the register was locked in the middle of a sale. */
    public void begin(boolean saleWaits) {
        isSaleWaiting = saleWaits;
        notice = Announcement.NONE;
        attempt++;
        show();
    }

    public void say(Announcement next) {
        notice = next;
        show();
    }

    @Override
    public void signOn(String number, String pin) {
        if (isBusy) {
            return;
        }
        if (number.isEmpty() || pin.isEmpty()) {
            say(Announcement.information(texts.text("signon.both")));
            return;
        }
        isBusy = true;
        say(Announcement.information(texts.text("signon.checking")));
        signOn.signOn(number, pin, this::answered);
    }

    /** Somebody typed a badge's code, or a reader did that types; the number of a radio card counts from its reader only. */
    @Override
    public boolean badge(String typed) {
        return badgeShown(BadgeCode.isUid(typed) ? BadgeCode.PREFIX : typed);
    }

    /** A badge says who it is; the PIN is keyed all the same. */
    public boolean badgeShown(String read) {
        boolean isPaymentCard = PaymentCards.isTrack(read);
        if (!isPaymentCard && !BadgeCode.isMeant(read)) {
            return false;
        }
        if (isBusy) {
            return true;
        }
        attempt++;
        if (isPaymentCard) {
            say(Announcement.warning(texts.text("badge.payment-card")));
            return true;
        }
        Optional<SnapshotMessage.Operator> found = signOn.ofBadge(read);
        if (found.isPresent()) {
            number = found.get().number();
            say(Announcement.information(texts.text("badge.pin", found.get().name())));
        } else {
            say(Announcement.warning(texts.text(BadgeCode.isWhole(read) ? "badge.unknown" : "badge.torn")));
        }
        number = "";
        return true;
    }

    @Override
    public void known(String chosen) {
        if (!isBusy) {
            attempt++;
            number = chosen;
            say(Announcement.NONE);
            number = "";
        }
    }

    private void remember(SnapshotMessage.Operator who) {
        known.removeIf(each -> each.number().equals(who.number()));
        known.addFirst(new SignOnState.Known(who.number(), who.name()));
        if (known.size() > MOST_KNOWN) {
            known.removeLast();
        }
    }

    private void answered(SignOnOutcome outcome) {
        isBusy = false;
        attempt++;
        if (outcome instanceof SignOnOutcome.SignedOn who) {
            remember(who.operator());
            notice = Announcement.NONE;
            show();
            signedOn.accept(who.operator());
        } else {
            say(SignOnWords.of(outcome, texts, zone.get()));
        }
    }

    private void show() {
        view.accept(new SignOnState(
                texts.text("signon.title"),
                texts.text(isSaleWaiting ? "signon.sale-waits" : "signon.detail"),
                notice,
                isBusy,
                attempt,
                number,
                List.copyOf(known)));
    }
}
