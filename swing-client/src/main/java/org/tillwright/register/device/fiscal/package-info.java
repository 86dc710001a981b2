/**
 * Devices that a country's law puts between a sale and its receipt: what every one of them can do, and the driver of one that is
 * spoken to over a line. Decides nothing about the sale; when it does not answer, what then happens is the fiscal step's business.
 */
@NullMarked
package org.tillwright.register.device.fiscal;

import org.jspecify.annotations.NullMarked;
