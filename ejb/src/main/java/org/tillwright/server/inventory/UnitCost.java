package org.tillwright.server.inventory;

/**
 * What one unit of an item costs the store from now on, without tax.
 *
 * @param costMicro millionths of the currency's major unit
 */
public record UnitCost(String storeId, String itemId, long costMicro, String operatorId) {}
