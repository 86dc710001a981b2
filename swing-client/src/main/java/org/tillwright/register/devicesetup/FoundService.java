package org.tillwright.register.devicesetup;

/**
 * A driver of a device's maker, as {@code jpos.xml} names it.
 *
 * @param name what settings call it by
 * @param product whose it is and what for, as its maker says; may be empty
 * @param hasDriver whether one of the maker's jars is there that it begins with
 */
public record FoundService(String name, String product, boolean hasDriver) {}
