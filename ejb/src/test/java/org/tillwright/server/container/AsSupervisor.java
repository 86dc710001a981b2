package org.tillwright.server.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.tillwright.server.Roles;

/** Calls services as a supervisor does. */
@Stateless
@RunAs(Roles.SUPERVISOR)
public class AsSupervisor extends Caller {}
