package org.tillwright.server.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.tillwright.server.Roles;

/** Calls services as a register does. */
@Stateless
@RunAs(Roles.REGISTER)
public class AsRegister extends Caller {}
