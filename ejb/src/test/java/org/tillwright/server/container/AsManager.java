package org.tillwright.server.container;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import org.tillwright.server.Roles;

/** Calls services as a manager does. */
@Stateless
@RunAs(Roles.MANAGER)
public class AsManager extends Caller {}
