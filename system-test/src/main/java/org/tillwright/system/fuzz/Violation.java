package org.tillwright.system.fuzz;

/**
 * A law that a cart broke.
 *
 * @param law names it, so that a shrunk cart can be asked to break the same one
 * @param told what was expected and what came, for a person
 */
record Violation(String law, String told) {}
