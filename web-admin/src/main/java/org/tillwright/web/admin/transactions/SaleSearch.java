package org.tillwright.web.admin.transactions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.tillwright.server.sales.TransactionFilter;
import org.tillwright.server.sales.TransactionLookupService;
import org.tillwright.web.admin.places.SearchHit;
import org.tillwright.web.admin.places.SearchSource;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Words;

/** Lets the search box find a sale by the number or the code on its receipt. What has other letters is no receipt's. */
@RequestScoped
public class SaleSearch implements SearchSource {

    private static final int AFTER_PAGES_AND_ITEMS = 20;
    private static final Pattern OF_A_RECEIPT = Pattern.compile("\\d{1,15}|[0-9a-fA-F-]{16,36}");

    @Inject
    TransactionLookupService lookup;

    @Inject
    Console console;

    @Inject
    Figures figures;

    @Inject
    Words words;

    @Override
    public int order() {
        return AFTER_PAGES_AND_ITEMS;
    }

    @Override
    public List<SearchHit> find(String text, int most) {
        String asked = text.strip();
        if (!OF_A_RECEIPT.matcher(asked).matches()) {
            return List.of();
        }
        TransactionFilter filter = new TransactionFilter(
                console.getStoreId(), null, null, null, null, null, null, null, null, asked, false);
        return lookup.newest(filter).rows().stream()
                .limit(most)
                .map(row -> new SearchHit(
                        "shell.search.transaction",
                        words.with("transactions.detail.title", Long.toString(row.sequence())),
                        row.workstationName() + ", " + figures.dateTime(row.endedAt()) + ", "
                                + figures.moneyNamed(row.totalMinor(), row.currency()),
                        "/admin/transactions/transactions.xhtml?transaction=" + row.transactionId()))
                .toList();
    }
}
