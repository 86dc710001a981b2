package org.tillwright.server.security;

/** Who holds a person's token, and at which workstation it was given. */
public record SignedOn(String operatorId, Role role, String workstationId) {}
