package org.tillwright.web.admin.places;

import java.io.Serializable;

/**
 * One line of what the search box offers.
 *
 * @param kind key of the words for what it is, such as {@code shell.search.page}
 * @param title what the person looks for
 * @param detail what tells it from others of the same title; may be empty
 * @param address where it leads, without the context root
 */
public record SearchHit(String kind, String title, String detail, String address) implements Serializable {}
