package org.tillwright.wire;

/**
 * The items are in.
 *
 * @param number the newest publication, which registers find them in
 */
public record ItemImportAnswer(Long number) {}
