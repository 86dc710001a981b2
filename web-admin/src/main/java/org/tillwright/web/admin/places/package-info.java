/**
 * Where people can go in the console: its places with their pages, and the search box, which asks every capability that has
 * things to find. Knows no capability by name.
 */
@NullMarked
package org.tillwright.web.admin.places;

import org.jspecify.annotations.NullMarked;
