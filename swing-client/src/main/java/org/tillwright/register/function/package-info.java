/**
 * The functions of the selling screen: each has one name, one key of the keyboard and one command barcode, and does the same
 * whichever of them is used. Which of them a shop sees, its rules say.
 */
@NullMarked
package org.tillwright.register.function;

import org.jspecify.annotations.NullMarked;
