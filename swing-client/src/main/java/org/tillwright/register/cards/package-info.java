/**
 * What the card terminal was asked for, on disk before it is asked, until it is known what became of it: the register asks the
 * terminal, finishes, or has undone what nobody wants any more. Nobody can say that a request is done.
 */
@NullMarked
package org.tillwright.register.cards;

import org.jspecify.annotations.NullMarked;
