package org.tillwright.register.journal;

/** Who this register is, as the server told it when it enrolled. */
public record RegisterIdentity(String workstationId, String workstationName, String storeId, String storeName) {}
