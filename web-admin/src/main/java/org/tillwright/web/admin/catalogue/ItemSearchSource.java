package org.tillwright.web.admin.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tillwright.server.catalog.ItemFilter;
import org.tillwright.server.catalog.ItemListService;
import org.tillwright.server.catalog.ItemRow;
import org.tillwright.web.admin.places.SearchHit;
import org.tillwright.web.admin.places.SearchSource;
import org.tillwright.web.admin.shell.Console;

/** Lets the search box find items by name, code or id. */
@RequestScoped
public class ItemSearchSource implements SearchSource {

    private static final int AFTER_PAGES = 10;

    @Inject
    ItemListService lists;

    @Inject
    Console console;

    @Override
    public int order() {
        return AFTER_PAGES;
    }

    @Override
    public List<SearchHit> find(String text, int most) {
        ItemFilter filter =
                new ItemFilter(text, null, ItemFilter.State.ALL, ItemFilter.Order.NAME, console.getLanguage());
        return lists.list(filter, 0, most).rows().stream()
                .map(ItemSearchSource::hit)
                .toList();
    }

    private static SearchHit hit(ItemRow row) {
        String code = row.code();
        return new SearchHit(
                "shell.search.item",
                row.name(),
                row.department() + (code == null ? "" : " \u00b7 " + code),
                "/admin/catalogue/items.xhtml?item=" + URLEncoder.encode(row.itemId(), StandardCharsets.UTF_8));
    }
}
