/**
 * Tells open pages of the console that something happened, by server-sent events. What is told is only that there is
 * something to look at; what it is, the page asks for itself, with its own rights.
 */
@NullMarked
package org.tillwright.web.admin.live;

import org.jspecify.annotations.NullMarked;
