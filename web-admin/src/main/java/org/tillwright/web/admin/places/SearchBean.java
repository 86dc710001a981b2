package org.tillwright.web.admin.places;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.web.admin.shell.Navigation;

/** The search box on top of each page: a few letters or digits lead to whatever has them in its name, code or number. */
@Named("search")
@RequestScoped
public class SearchBean {

    /** Characters that are looked at. */
    static final int MOST_CHARACTERS = 100;

    /** Finds of one kind. */
    private static final int MOST_OF_A_KIND = 6;

    @Inject
    @Any
    Instance<SearchSource> sources;

    @Inject
    Navigation navigation;

    private @Nullable String chosen;

    /** Offers what fits the text. */
    public List<SearchHit> find(String text) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        String few = wanted.substring(0, Math.min(wanted.length(), MOST_CHARACTERS));
        return sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .flatMap(source -> source.find(few, MOST_OF_A_KIND).stream())
                .toList();
    }

    /** Goes to what was chosen. What a browser made up leads to the first page. */
    public void go() {
        navigation.go(chosen == null ? "" : chosen);
    }

    public @Nullable String getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable String chosen) {
        this.chosen = chosen;
    }
}
