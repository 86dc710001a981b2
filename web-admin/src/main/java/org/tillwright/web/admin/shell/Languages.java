package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages to choose from for a store or a person, each by its own name. */
@Named
@ApplicationScoped
public class Languages {

    private static final List<String> OURS = List.of("en", "da", "uk");

    /**
     * Returns the languages that the product speaks, and the one in use when it is another: a shop may name its items in
     * it, and saving something else must not change it.
     */
    public List<String> offered(@Nullable String used) {
        List<String> offered = new ArrayList<>(OURS);
        if (used != null && !used.isEmpty() && !offered.contains(used)) {
            offered.add(used);
        }
        return offered;
    }

    /** Returns a language's name in that language, with a capital letter. */
    public String name(String code) {
        Locale locale = Locale.forLanguageTag(code);
        String name = locale.getDisplayLanguage(locale);
        return name.isEmpty() ? code : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
