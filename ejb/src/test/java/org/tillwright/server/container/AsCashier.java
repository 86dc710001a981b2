package org.tillwright.server.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.tillwright.server.Roles;

/** Calls services as a cashier does. */
@Stateless
@RunAs(Roles.CASHIER)
public class AsCashier extends Caller {}
