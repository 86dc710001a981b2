package org.tillwright.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.security.ConsolePerson;

/** Who met a failure at the console, as the log names them: by id, never by name. */
public final class Caller {

    private Caller() {}

    /** Returns a fact for the log such as {@code operator=4711}; null when nobody is signed in. */
    public static @Nullable String of(HttpServletRequest request) {
        return request.getAttribute(ConsolePerson.class.getName()) instanceof ConsolePerson person
                ? "operator=" + person.operatorId()
                : null;
    }
}
