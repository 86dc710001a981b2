/**
 * A second, slow reading of what a cart costs, written from the documents and by other arithmetic than the engine's:
 * fractions and plain search. It shares the records that go in and come out, and nothing that computes; tests and the
 * fuzz hold the engine against it.
 */
@NullMarked
package org.tillwright.system.reference;

import org.jspecify.annotations.NullMarked;
