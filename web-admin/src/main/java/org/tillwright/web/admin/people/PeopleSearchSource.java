package org.tillwright.web.admin.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.tillwright.server.security.OperatorService;
import org.tillwright.server.security.OperatorSummary;
import org.tillwright.web.admin.places.SearchHit;
import org.tillwright.web.admin.places.SearchSource;
import org.tillwright.web.admin.shell.Words;

/** Lets the search box find people by number or name. */
@RequestScoped
public class PeopleSearchSource implements SearchSource {

    private static final int AFTER_ITEMS_AND_TRANSACTIONS = 30;

    @Inject
    OperatorService operators;

    @Inject
    Words words;

    @Override
    public int order() {
        return AFTER_ITEMS_AND_TRANSACTIONS;
    }

    @Override
    public List<SearchHit> find(String text, int most) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return operators.all().stream()
                .filter(person -> person.number().equals(text)
                        || person.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(most)
                .map(this::hit)
                .toList();
    }

    private SearchHit hit(OperatorSummary person) {
        return new SearchHit(
                "shell.search.operator",
                person.name(),
                person.number() + " \u00b7 " + words.get("shell.role." + person.role()),
                "/admin/people/people.xhtml?operator="
                        + URLEncoder.encode(person.operatorId(), StandardCharsets.UTF_8));
    }
}
