package org.tillwright.server.stores;

/** A store among others. */
public record StoreName(String storeId, String name) {}
