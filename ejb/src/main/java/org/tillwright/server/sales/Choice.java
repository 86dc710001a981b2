package org.tillwright.server.sales;

/** Something to choose in a filter. */
public record Choice(String id, String name) {}
