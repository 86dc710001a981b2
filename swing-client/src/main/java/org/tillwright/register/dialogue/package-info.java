/** What screens and people say to each other, without a pixel: announcements, questions, keyed figures. */
@NullMarked
package org.tillwright.register.dialogue;

import org.jspecify.annotations.NullMarked;
