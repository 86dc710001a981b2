package org.tillwright.server;

/** Names of the roles, as callers carry them. A person has the lower roles too; a register has only its own. */
public final class Roles {

    /** An enrolled device, not a person. */
    public static final String REGISTER = "REGISTER";

    public static final String CASHIER = "CASHIER";
    public static final String SUPERVISOR = "SUPERVISOR";
    public static final String MANAGER = "MANAGER";

    private Roles() {}
}
