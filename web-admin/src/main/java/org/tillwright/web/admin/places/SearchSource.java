package org.tillwright.web.admin.places;

import java.util.List;

/**
 * What the search box looks through. A capability that has things to find offers one as a CDI bean, which asks its service;
 * the box finds it by itself.
 */
public interface SearchSource {

    /** Sources are asked in this order, and their finds shown in it. */
    int order();

    /**
     * Finds what fits.
     *
     * @param text what was entered, not blank, at most {@link SearchBean#MOST_CHARACTERS} long
     * @param most how many to return at most
     */
    List<SearchHit> find(String text, int most);
}
