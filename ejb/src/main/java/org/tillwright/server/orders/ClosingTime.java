package org.tillwright.server.orders;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When something happened to an order.
 *
 * @param day the trading day that it is booked on
 */
record ClosingTime(Instant at, LocalDate day) {}
