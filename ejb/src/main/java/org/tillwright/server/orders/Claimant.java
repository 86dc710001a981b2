package org.tillwright.server.orders;

import java.util.UUID;

/**
 * Who wants a parked cart or an order for itself.
 *
 * @param claimId the sale that is to be made of it
 */
record Claimant(String storeId, String workstationId, String operatorId, UUID claimId) {}
