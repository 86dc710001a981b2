/**
 * The one door for whatever a scanner or a person gives the till: it says what a code is and what stands in it. It never
 * guesses between two meanings, and never asks whether the item exists.
 */
@NullMarked
package org.tillwright.core.scan;

import org.jspecify.annotations.NullMarked;
