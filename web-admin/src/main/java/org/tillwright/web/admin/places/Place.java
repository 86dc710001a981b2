package org.tillwright.web.admin.places;

import java.util.List;

/**
 * A place in the sidebar.
 *
 * @param key of its words {@code shell.place.<key>}, and the folder of its pages
 * @param icon of PrimeIcons
 * @param pages the first is where the place opens
 */
public record Place(String key, String icon, List<Page> pages) {

    /**
     * A page that the search box finds by its name.
     *
     * @param title key of its words
     * @param address without the context root
     */
    public record Page(String title, String address) {}

    public Place {
        pages = List.copyOf(pages);
    }

    public String address() {
        return pages.get(0).address();
    }
}
