package org.tillwright.web.admin.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tillwright.server.security.ConsoleAccessService;
import org.tillwright.server.security.ConsolePerson;
import org.tillwright.web.edge.RememberedLook;

/** Language and light of a page: a person's choice, which comes with the person; on the sign-in page, the last one's. */
final class Look {

    private static final String FALLBACK = "en";
    private static final String AUTO = "auto";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private Look() {}

    static String language(HttpServletRequest request, Optional<ConsolePerson> person, Supplier<String> ofStore) {
        return person.isEmpty()
                ? RememberedLook.language(request)
                : Optional.ofNullable(person.get().language())
                        .filter(ConsoleAccessService.LANGUAGES::contains)
                        .or(() -> Optional.of(ofStore.get()).filter(ConsoleAccessService.LANGUAGES::contains))
                        .orElse(FALLBACK);
    }

    static String theme(HttpServletRequest request, Optional<ConsolePerson> person) {
        Optional<String> chosen =
                person.isEmpty() ? RememberedLook.theme(request) : Optional.ofNullable(person.get().theme());
        return chosen.filter(THEMES::contains).orElse(AUTO);
    }

    /** Has the browser remember what a person chose earlier, perhaps on another machine. */
    static void remember(HttpServletRequest request, ConsolePerson person) {
        if (person.language() != null) {
            Browser.add(RememberedLook.cookie(
                    request, person.language(), person.theme() == null ? AUTO : person.theme()));
        }
    }
}
