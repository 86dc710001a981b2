package org.tillwright.server.security;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.RefusedAndNoted;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.platform.Secrets;
import org.tillwright.server.platform.Turns;
import org.tillwright.wire.ConsoleSignInRequest;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.PinVerifier;
import org.tillwright.wire.SignOnAnswer;

/** The door of the console: supervisors and managers come in by number and password, from any machine. */
@Stateless
public class ConsoleAccessService {

    /** Wrong passwords in a row that lock an operator out of the console. */
    public static final int MAX_WRONG_PASSWORDS = 5;

    public static final Duration LOCK = Duration.ofMinutes(15);

    /** A session that nobody used for so long has ended. */
    public static final Duration IDLE_LIMIT = Duration.ofMinutes(30);

    /** A session ends after so long, used or not. */
    public static final Duration SESSION_LIFETIME = Duration.ofHours(12);

    /** What the console is written in. */
    public static final Set<String> LANGUAGES = Set.of("en", "da", "uk");

    private static final String AUTO = "auto";
    private static final Set<String> THEMES = Set.of(AUTO, "light", "dark");

    /** How exactly the last use is known; noting each single request would write to the database at each. */
    static final Duration USE_PRECISION = Duration.ofMinutes(1);

    /** Compared with when there is no such person, so that the answer takes as long. No password fits it. */
    private static final String NOBODYS_VERIFIER =
            "pbkdf2-sha256$210000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    /**
     * Passwords of strangers that are looked at at once: each takes a tenth of a second of a processor on purpose, and holds a
     * connection to the database. Without a limit some dozen strangers could keep all sales waiting.
     */
    private static final Turns STRANGERS = new Turns(2, 10, Duration.ofSeconds(5));

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

    private static final int TOKEN_BYTES = 32;
    private static final int SALT_BYTES = 16;

    @Inject
    Operators operators;

    @Inject
    Passwords passwords;

    @Inject
    ConsoleSessions sessions;

    @Inject
    ConsolePreferences preferences;

    @Inject
    AuditService audit;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /**
     * Signs a person in.
     *
     * @throws Refused with {@code SIGN_ON_REFUSED}, {@code SIGN_ON_LOCKED}, or for a cashier {@code NOT_ALLOWED}; the wrong
     *     password is counted all the same; with {@code TOO_BUSY} when too many try at once
     */
    @PermitAll
    public SignOnAnswer signIn(ConsoleSignInRequest request) {
        if (!STRANGERS.take()) {
            throw new Refused(
                    ProblemCode.TOO_BUSY,
                    "Too many are signing in just now; try again in a minute.",
                    Refused.Wording.of("shell.refusal.manySigningIn"));
        }
        try {
            return signInAtLast(request);
        } finally {
            STRANGERS.giveBack();
        }
    }

    private SignOnAnswer signInAtLast(ConsoleSignInRequest request) {
        Instant now = clock.instant();
        Optional<Operator> known = operators.findActiveByNumber(request.operatorNumber());
        if (known.isEmpty()) {
            PinVerifier.matches(request.password(), NOBODYS_VERIFIER);
            note("CONSOLE_SIGN_IN_REFUSED", now, null, "operator number " + written(request.operatorNumber()));
            throw wrong();
        }
        Operator operator = known.get();
        prove(operator, request.password(), now);
        if (operator.role() == Role.CASHIER) {
            note("CONSOLE_SIGN_IN_REFUSED", now, operator.operatorId(), "is a cashier");
            throw new RefusedAndNoted(
                    ProblemCode.NOT_ALLOWED,
                    "The console is for supervisors and managers; ask a manager.",
                    Refused.Wording.of("shell.refusal.cashier"));
        }
        note("CONSOLE_SIGNED_IN", now, operator.operatorId(), null);
        return begin(operator, now);
    }

    /** Finds who holds a token, and notes that it was used; empty when it is unknown, was idle too long, or has ended. */
    @PermitAll
    public Optional<ConsolePerson> findSession(String token) {
        Instant now = clock.instant();
        String hash = Secrets.hash(token);
        Optional<ConsoleSessions.Found> good = sessions.find(hash).filter(session -> isGood(session, now));
        if (good.isPresent() && now.isAfter(good.get().lastUsedAt().plus(USE_PRECISION))) {
            sessions.use(hash, now);
        }
        return good.map(ConsoleSessions.Found::person);
    }

    /**
     * Finds who holds a token without noting a use: a page that looks for news by itself must not keep the session of a
     * person who has long gone home.
     */
    @PermitAll
    public Optional<ConsolePerson> peekSession(String token) {
        Instant now = clock.instant();
        return sessions.find(Secrets.hash(token))
                .filter(session -> isGood(session, now))
                .map(ConsoleSessions.Found::person);
    }

    /** Ends the session of a token; one that has ended stays so. */
    @PermitAll
    public void signOut(String token) {
        findSession(token).ifPresent(person -> {
            sessions.end(Secrets.hash(token));
            note("CONSOLE_SIGNED_OUT", clock.instant(), person.operatorId(), null);
        });
    }

    /**
     * Changes one's own password. All sessions of the person end, at registers too; the answer is a new one.
     *
     * @throws Refused with {@code SIGN_ON_REFUSED} or {@code SIGN_ON_LOCKED} when the present password is not right, with
     *     {@code UNSOUND_PASSWORD} when the new one will not do
     */
    @RolesAllowed(SUPERVISOR)
    public SignOnAnswer changeOwnPassword(String operatorId, String present, String wanted) {
        PasswordRule.check(wanted);
        Instant now = clock.instant();
        Operator operator = active(operatorId);
        prove(operator, present, now);
        set(operator, wanted, now, operatorId);
        return begin(operator, now);
    }

    /**
     * Gives an operator a new random password, and ends the operator's sessions.
     *
     * @param managerId who asks for it
     * @return the password, which is nowhere else from now on: show it once
     */
    @RolesAllowed(MANAGER)
    public String setPassword(String operatorId, String managerId) {
        Operator operator = active(operatorId);
        if (operator.role() == Role.CASHIER) {
            throw new Refused(
                    ProblemCode.NOT_ALLOWED,
                    "The console is for supervisors and managers; a cashier gets no password.",
                    Refused.Wording.of("shell.refusal.cashierPassword"));
        }
        String password = PasswordRule.make(random);
        set(operator, password, clock.instant(), managerId);
        return password;
    }

    /**
     * Gives every manager a random password when no manager has one: on the first start, and on the first start after an
     * upgrade from a version without a console. There is nobody yet who could be asked for a permission; afterwards this
     * changes nothing and returns none.
     */
    @PermitAll
    public List<FirstStart.Password> makeFirstPasswords() {
        List<FirstStart.Password> made = new ArrayList<>();
        if (passwords.anyManagerHasOne()) {
            return made;
        }
        for (Operator operator : operators.active()) {
            if (operator.role() == Role.MANAGER) {
                String password = PasswordRule.make(random);
                set(operator, password, clock.instant(), null);
                made.add(operator.firstPassword(password));
            }
        }
        return made;
    }

    /** Remembers in which language a person reads the console. */
    @RolesAllowed(SUPERVISOR)
    public void chooseLanguage(String operatorId, String language) {
        if (!LANGUAGES.contains(language)) {
            throw new Refused(ProblemCode.MALFORMED, "The console is not written in " + language + "; choose another.");
        }
        preferences.setLanguage(operatorId, language);
    }

    /** Remembers whether a person reads the console light or dark; {@code auto} leaves it to each machine. */
    @RolesAllowed(SUPERVISOR)
    public void chooseTheme(String operatorId, String theme) {
        if (!THEMES.contains(theme)) {
            throw new Refused(ProblemCode.MALFORMED, "The console has no theme " + theme + "; choose another.");
        }
        preferences.setTheme(operatorId, theme.equals(AUTO) ? null : theme);
    }

    /** Remembers which store a person looks at. */
    @RolesAllowed(SUPERVISOR)
    public void chooseStore(String operatorId, String storeId) {
        preferences.setStore(operatorId, storeId);
    }

    /** As the trail keeps it for ever; what is no number may be a password that somebody keyed into the wrong field. */
    private static String written(String number) {
        return NUMBER.matcher(number).matches() ? number : "(not a number)";
    }

    private static boolean isGood(ConsoleSessions.Found session, Instant now) {
        return session.active()
                && session.person().role() == session.roleAtSignIn()
                && session.roleAtSignIn() != Role.CASHIER
                && now.isBefore(session.expiresAt())
                && now.isBefore(session.lastUsedAt().plus(IDLE_LIMIT));
    }

    private Operator active(String operatorId) {
        return operators
                .find(operatorId)
                .filter(Operator::isActive)
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_FOUND,
                        "There is no operator " + operatorId + " who may come in; check the id.",
                        Refused.Wording.of("shell.refusal.operatorGone")));
    }

    /** Returns when the password is the operator's; counts it, and at last locks, when it is not. */
    private void prove(Operator operator, String password, Instant now) {
        String id = operator.operatorId();
        Passwords.Wrong before = passwords.lock(id);
        if (before.isLockedAt(now)) {
            note("CONSOLE_SIGN_IN_REFUSED", now, id, "locked");
            throw locked();
        }
        if (PinVerifier.matches(password, passwords.verifier(id).orElse(NOBODYS_VERIFIER))) {
            passwords.setWrong(id, Passwords.Wrong.NONE);
            return;
        }
        long count = before.lockedUntil() == null ? before.count() + 1 : 1;
        boolean locks = count >= MAX_WRONG_PASSWORDS;
        passwords.setWrong(id, new Passwords.Wrong(count, locks ? now.plus(LOCK) : null));
        note("CONSOLE_SIGN_IN_REFUSED", now, id, "wrong password, " + count + " in a row");
        if (locks) {
            note("CONSOLE_LOCKED", now, id, null);
            throw locked();
        }
        throw wrong();
    }

    /** Sets a password; {@code setBy} is null at the first start, where there is nobody yet. */
    private void set(Operator operator, String password, Instant now, @Nullable String setBy) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        passwords.set(operator.operatorId(), PinVerifier.of(password, salt), now);
        sessions.endAll(operator.operatorId());
        String how = setBy == null ? "at the first start" : null;
        audit.record(new AuditNote("PASSWORD_SET", now, null, null, setBy, "operator " + operator.operatorId(), how));
    }

    private SignOnAnswer begin(Operator operator, Instant now) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = now.plus(SESSION_LIFETIME);
        sessions.begin(Secrets.hash(token), operator, now, expiresAt);
        return new SignOnAnswer(
                token, expiresAt, operator.operatorId(), operator.role().name());
    }

    private static Refused wrong() {
        return new RefusedAndNoted(
                ProblemCode.SIGN_ON_REFUSED,
                "The number or the password is wrong; try again.",
                Refused.Wording.of("shell.refusal.wrongPassword"));
    }

    private static Refused locked() {
        return new RefusedAndNoted(
                ProblemCode.SIGN_ON_LOCKED,
                "After " + MAX_WRONG_PASSWORDS + " wrong passwords the console is locked for this operator for "
                        + LOCK.toMinutes() + " minutes; wait, or let a manager make a new password.",
                Refused.Wording.of("shell.refusal.locked", MAX_WRONG_PASSWORDS, LOCK.toMinutes()));
    }

    private void note(String action, Instant now, @Nullable String operatorId, @Nullable String detail) {
        audit.record(new AuditNote(action, now, null, null, operatorId, null, detail));
    }
}
