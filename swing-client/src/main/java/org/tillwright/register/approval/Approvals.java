package org.tillwright.register.approval;

import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.signon.SignOn;
import org.tillwright.register.signon.SignOnOutcome;
import org.tillwright.register.signon.SignOnWords;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.ApprovalMessage;
import org.tillwright.wire.ApprovalSignature;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SnapshotMessage;

/**
 * Asks a second person for a yes, and keeps it until it is used. It is on disk, signed with the register's key, before
 * whoever asked hears of it. Event thread only.
 */
public final class Approvals implements Granted {

    /** How long a yes counts that nothing has used. */
    public static final Duration LIFETIME = Duration.ofMinutes(1);

    private static final String WHAT = "approval.what.";

    private final SignOn signOn;
    private final Catalogues catalogues;
    private final Journal journal;
    private final PrivateKey key;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final List<Yes> given = new ArrayList<>();
    private @Nullable Open asked;

    /** @param key the register's own */
    public Approvals(
            SignOn signOn, Catalogues catalogues, Journal journal, PrivateKey key, Clock clock, Supplier<UUID> ids) {
        this.signOn = signOn;
        this.catalogues = catalogues;
        this.journal = journal;
        this.key = key;
        this.clock = clock;
        this.ids = ids;
    }

    private record Yes(ApprovalRequest request, String approverId, Instant until) {}

    /** True if somebody may do this alone: has the permission, and stays within the limit of the role. */
    public boolean mayAlone(SnapshotMessage.Operator who, ApprovalRequest request) {
        Share share = request.share();
        return who.permissions().contains(request.permission())
                && (share == null
                        || catalogues
                                .newest()
                                .map(Catalogue::shop)
                                .filter(shop -> share.isWithinLimitOf(who, shop))
                                .isPresent());
    }

    /**
     * Asks in place for the yes of somebody else who may do this alone; Escape leaves everything as it was.
     *
     * @param then told who allowed it, after the talk has ended; what it does uses the approval up
     */
    public void ask(Conversation talk, ApprovalRequest request, Consumer<Given> then) {
        askWho(new Asking(talk, request, then));
    }

    /** One request on its way to an answer. */
    private record Asking(Conversation talk, ApprovalRequest request, Consumer<Given> then) {

        void warn(String key, String... arguments) {
            talk.say(Announcement.warning(talk.texts().text(key, arguments)));
        }
    }

    /** True while somebody is being asked who approves. */
    public boolean isAsking() {
        Open now = asked;
        return now != null && now.asking().talk().isOpen(now.prompt());
    }

    /** A badge was shown to the register; false if nobody is being asked who approves. */
    public boolean badgeShown(String code) {
        Open now = asked;
        if (now == null || !isAsking()) {
            asked = null;
            return false;
        }
        whoKeyed(now.asking(), BadgeCode.isMeant(code) ? code : BadgeCode.PREFIX);
        return true;
    }

    /** Who is being asked, and the prompt that it is asked with. */
    private record Open(Asking asking, Object prompt) {}

    private void askWho(Asking asking) {
        asking.talk().keyOrScan(texts -> who(asking.request(), texts), keyed -> whoKeyed(asking, typed(keyed.strip())));
        asked = new Open(asking, asking.talk().open());
    }

    /** A radio card's number counts from a reader of badges only: it is printed on many cards, and anybody can type it. */
    private static String typed(String keyed) {
        return BadgeCode.isUid(keyed) ? BadgeCode.PREFIX : keyed;
    }

    private void whoKeyed(Asking asking, String keyed) {
        if (keyed.isEmpty()) {
            return;
        }
        if (!BadgeCode.isMeant(keyed)) {
            askPin(asking, keyed, ApprovalMessage.PIN);
            return;
        }
        Optional<SnapshotMessage.Operator> found = signOn.ofBadge(keyed);
        if (found.isEmpty()) {
            asking.warn(BadgeCode.isWhole(keyed) ? "badge.unknown" : "badge.torn");
        } else if (isBadgeEnough() && !BadgeCode.isUid(keyed)) {
            await(asking, ApprovalMessage.BADGE, answer -> signOn.identified(found.get(), answer));
        } else {
            askPin(asking, found.get().number(), ApprovalMessage.BADGE);
        }
    }

    private boolean isBadgeEnough() {
        return catalogues
                .newest()
                .map(catalogue -> Boolean.TRUE.equals(catalogue.shop().selling().badgeApproves()))
                .orElse(false);
    }

    private void askPin(Asking asking, String number, String means) {
        asking.talk().key(texts -> pin(asking.request(), number, texts), pin -> {
            if (!pin.isEmpty()) {
                await(asking, means, answer -> signOn.identify(number, pin, answer));
            }
        });
    }

    private void await(Asking asking, String means, Consumer<Consumer<SignOnOutcome>> check) {
        asking.talk().await(texts -> texts.text("prompt.approver-checked.title"));
        Object checking = asking.talk().open();
        check.accept(outcome -> {
            if (asking.talk().isOpen(checking)) { // else the operator has left, and wants nothing allowed any more
                decide(asking, outcome, means);
            }
        });
    }

    private void decide(Asking asking, SignOnOutcome outcome, String means) {
        Answer answer = answer(asking.request(), outcome, means, asking.talk().texts());
        Given given = answer.given();
        if (given != null) {
            asking.talk().leave();
            asking.then().accept(given);
        } else if (answer.isFinal()) {
            asking.talk().leave();
            asking.talk().say(answer.said());
        } else {
            askWho(asking);
            asking.talk().say(answer.said());
        }
    }

    /**
     * Somebody's yes.
     *
     * @param approvalId the record of it
     */
    public record Given(UUID approvalId, SnapshotMessage.Operator approver) {}

    /**
     * What became of a question that a screen of its own asks.
     *
     * @param given null for no
     * @param said why not
     * @param isFinal true when asking somebody else would not help
     */
    public record Answer(@Nullable Given given, Announcement said, boolean isFinal) {}

    /** Checks number and PIN of somebody, and whether that person may; for screens that ask in fields of their own. */
    public void check(String number, String pin, ApprovalRequest request, Texts texts, Consumer<Answer> then) {
        signOn.identify(number, pin, outcome -> then.accept(answer(request, outcome, ApprovalMessage.PIN, texts)));
    }

    private Answer answer(ApprovalRequest request, SignOnOutcome outcome, String means, Texts texts) {
        if (!(outcome instanceof SignOnOutcome.SignedOn who)) {
            return new Answer(null, SignOnWords.of(outcome, texts, zone()), false);
        }
        SnapshotMessage.Operator approver = who.operator();
        if (approver.operatorId().equals(request.operatorId())) {
            return no(texts.text("approval.own"));
        } else if (!approver.permissions().contains(request.permission())) {
            return no(texts.text("sign-on.may-not-approve", approver.number()));
        } else if (!mayAlone(approver, request)) {
            return no(texts.text("approval.above-limit", approver.name()));
        }
        try {
            return new Answer(new Given(give(request, approver, means), approver), Announcement.NONE, true);
        } catch (JournalException e) {
            return new Answer(null, Announcement.refused(texts.text(e.notice())), true);
        }
    }

    private static Answer no(String sentence) {
        return new Answer(null, Announcement.warning(sentence), false);
    }

    /**
     * Writes down, signed, that somebody allowed something, and lets it count for {@link #LIFETIME}. Whoever calls has made
     * sure who it is.
     *
     * @return the record of it
     * @throws IllegalArgumentException if this person may not allow it: nobody approves their own doing
     */
    public UUID give(ApprovalRequest request, SnapshotMessage.Operator approver, String means) throws JournalException {
        if (approver.operatorId().equals(request.operatorId()) || !mayAlone(approver, request)) {
            throw new IllegalArgumentException(approver.operatorId() + " cannot approve " + request);
        }
        Catalogue catalogue =
                catalogues.newest().orElseThrow(() -> new IllegalStateException("nobody approves without a catalogue"));
        Instant now = clock.instant();
        Money amount = request.amount();
        ApprovalMessage message = new ApprovalMessage(
                ids.get(),
                catalogue.store().storeId(),
                request.action(),
                request.permission(),
                request.subject(),
                request.detail(),
                amount == null ? null : amount.minor(),
                amount == null ? null : amount.currency().code(),
                request.operatorId(),
                approver.operatorId(),
                means,
                now,
                "");
        journal.append(
                RecordKind.APPROVED,
                new SellingRule(catalogue.number(), catalogue.taxPolicy()),
                ApprovalSignature.sign(message, key));
        given.add(new Yes(request, approver.operatorId(), now.plus(LIFETIME)));
        return message.approvalId();
    }

    @Override
    public boolean use(ApprovalRequest request, String approverId) {
        Instant now = clock.instant();
        given.removeIf(yes -> !now.isBefore(yes.until()));
        for (Yes yes : given) {
            if (yes.request().equals(request) && yes.approverId().equals(approverId)) {
                given.remove(yes);
                return true;
            }
        }
        return false;
    }

    private ZoneId zone() {
        return catalogues
                .newest()
                .map(catalogue -> ZoneId.of(catalogue.store().timeZone()))
                .orElseGet(clock::getZone);
    }

    private static Prompt who(ApprovalRequest request, Texts texts) {
        return new Prompt(
                texts.text("prompt.approver.title", what(request, texts)),
                texts.text("prompt.approver.detail"),
                texts.text("prompt.approver.hint"),
                false);
    }

    private static Prompt pin(ApprovalRequest request, String number, Texts texts) {
        return new Prompt(
                texts.text("prompt.approver-pin.title", number),
                texts.text("prompt.approver-pin.detail", what(request, texts)),
                texts.text("prompt.approver-pin.hint"),
                true);
    }

    /** What is to be allowed, in words, with its amount. */
    private static String what(ApprovalRequest request, Texts texts) {
        String key = WHAT + request.action();
        String words = texts.text(texts.has(key) ? key : WHAT + "OTHER");
        Money amount = request.amount();
        return amount == null ? words : texts.text("approval.what.amount", words, texts.amount(amount));
    }
}
