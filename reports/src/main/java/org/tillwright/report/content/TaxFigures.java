package org.tillwright.report.content;

/**
 * What one tax rate comes to.
 *
 * @param figures counts the transactions that had this rate
 */
public record TaxFigures(String taxRateId, long ratePpm, SalesFigures figures) {}
