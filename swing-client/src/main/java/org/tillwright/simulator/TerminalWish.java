package org.tillwright.simulator;

/**
 * What a register wants of a simulated terminal.
 *
 * @param kind PAYMENT, REFUND or REVERSAL
 * @param minor without a sign
 * @param reverses number of what is undone; 0 for the other kinds
 */
record TerminalWish(String kind, long minor, int reverses) {}
