/**
 * Whole stories of a shop, told through the real window: hands on keys, tiles and the scanner, eyes on the screen and on the
 * paper, a real server with its books behind. Each story is told in English and in Ukrainian.
 */
package org.tillwright.system.story;
