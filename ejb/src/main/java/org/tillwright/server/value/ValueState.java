package org.tillwright.server.value;

/**
 * What is kept under a number, as its row says.
 *
 * @param balanceMinor of ON_ACCOUNT what the customer owes
 * @param heldMinor set aside by registers, and not captured yet
 */
record ValueState(boolean blocked, long balanceMinor, long heldMinor) {}
