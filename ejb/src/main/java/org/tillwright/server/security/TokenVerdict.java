package org.tillwright.server.security;

import java.util.Set;
import org.tillwright.server.ProblemCode;

/** What a bearer token turned out to be. */
sealed interface TokenVerdict {

    /** The token is good: who calls, and in which roles. */
    record Caller(String name, Set<String> groups) implements TokenVerdict {}

    /** The token is not good: why, for a program and for a person. */
    record NoCaller(ProblemCode code, String detail) implements TokenVerdict {}
}
