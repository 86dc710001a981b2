package org.tillwright.server.security;

import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.wire.json.Fault;

/** What a password for the console must be, and how one is made. */
final class PasswordRule {

    static final int LEAST_CHARACTERS = 10;
    static final int MOST_CHARACTERS = 100;
    static final int LEAST_DIFFERENT = 5;

    /** Without the signs that look like others when somebody copies them by hand. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private PasswordRule() {}

    /**
     * Passes over a password that will do.
     *
     * @throws Refused with {@code UNSOUND_PASSWORD} and the reason
     */
    static void check(String password) {
        String fault = fault(password);
        if (fault != null) {
            throw new Refused(
                    ProblemCode.UNSOUND_PASSWORD,
                    "A password has " + LEAST_CHARACTERS + " to " + MOST_CHARACTERS + " characters, at least "
                            + LEAST_DIFFERENT + " different ones; choose another.",
                    List.of(new Fault("password", fault)),
                    Refused.Wording.of("shell.refusal.password", LEAST_CHARACTERS, MOST_CHARACTERS, LEAST_DIFFERENT));
        }
    }

    /** Makes a password of 79 random bits that can be read out over the telephone. */
    static String make(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    private static @Nullable String fault(String password) {
        if (password.length() < LEAST_CHARACTERS) {
            return "has fewer than " + LEAST_CHARACTERS + " characters";
        } else if (password.length() > MOST_CHARACTERS) {
            return "has more than " + MOST_CHARACTERS + " characters";
        }
        return password.chars().distinct().count() < LEAST_DIFFERENT
                ? "has fewer than " + LEAST_DIFFERENT + " different characters"
                : null;
    }
}
