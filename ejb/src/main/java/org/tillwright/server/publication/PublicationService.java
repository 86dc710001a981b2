package org.tillwright.server.publication;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** The door for publication numbers. */
@Stateless
public class PublicationService {

    @Inject
    Publications publications;

    @Inject
    Clock clock;

    /**
     * Takes the next number, in the caller's transaction: what that transaction changes is what the number publishes.
     * Others who publish wait until it is committed or rolled back. Open to all inside: the door that changes something asks who wants it.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public long publish(String reason) {
        return publications.next(reason, clock.instant());
    }

    /**
     * Keeps others from publishing until the caller's transaction ends. Called before reading what is to be changed, so
     * that two people's changes of one item follow each other.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void hold() {
        publications.lock();
    }

    /** Returns the newest committed number; 0 in a database that never published. */
    @RolesAllowed({REGISTER, MANAGER})
    public long latest() {
        return publications.latest();
    }
}
