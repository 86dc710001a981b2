package org.tillwright.register.tile;

import org.jspecify.annotations.Nullable;

/**
 * One item on a tile.
 *
 * @param pictureId picture to show, or null for a tile without one
 * @param hue colour of its department, 0 to 7
 */
public record Tile(String itemId, String name, String price, @Nullable String pictureId, int hue) {}
