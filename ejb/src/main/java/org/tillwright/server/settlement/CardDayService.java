package org.tillwright.server.settlement;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tillwright.wire.CardSettlementMessage;

/** The door for registers: what their card terminals closed. */
@Stateless
public class CardDayService {

    @Inject
    CardDays days;

    /** Keeps a terminal's day as it was told, in its record's transaction. What does not fit is listed, never refused. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void note(String workstationId, CardSettlementMessage day) {
        days.add(workstationId, day);
    }
}
