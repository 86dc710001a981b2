package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the console in the reader's language. The first part of a key is the capability whose bundle holds it:
 * {@code catalogue.items.title} stands in {@code org/tillwright/web/admin/catalogue/words_en.properties} and its sisters.
 */
@Named
@RequestScoped
public class Words extends AbstractMap<String, String> {

    private static final String PLACE = "org.tillwright.web.admin.";

    /** The bundles are exactly those that there are: no language of the machine stands in for a missing one. */
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Inject
    Console console;

    @Inject
    Figures figures;

    /** Returns a text, or its key when there is none: then a test has missed something, and a page still comes. */
    @Override
    public String get(@Nullable Object key) {
        String found = find(String.valueOf(key));
        return found == null ? String.valueOf(key) : found;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(String.valueOf(key)) != null;
    }

    /** Puts arguments into the gaps {0}, {1} … of a text; numbers are written as the language writes them. */
    public String with(String key, @Nullable Object... arguments) {
        String text = get(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", written(arguments[i]));
        }
        return text;
    }

    /**
     * Says how many: key.one, key.few, key.many or key.other by the rules of the language, where {0} is the number. Ukrainian
     * has one, few and many; English and Danish one and other.
     */
    public String count(String key, long number) {
        return with(key + "." + Plurals.form(console.getLanguage(), number), number);
    }

    private String written(@Nullable Object argument) {
        if (argument instanceof Long || argument instanceof Integer) {
            return figures.number(((Number) argument).longValue());
        }
        return argument == null ? "" : argument.toString();
    }

    private @Nullable String find(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return null;
        }
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    PLACE + key.substring(0, dot) + ".words",
                    Locale.forLanguageTag(console.getLanguage()),
                    Words.class.getClassLoader(),
                    EXACT);
            return bundle.containsKey(key) ? bundle.getString(key) : null;
        } catch (MissingResourceException e) {
            return null; // the key's first part is no capability
        }
    }

    /** Nobody lists all words. */
    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
