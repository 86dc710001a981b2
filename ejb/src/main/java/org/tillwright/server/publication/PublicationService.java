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
import java.util.UUID;

/** The door for publication numbers. */
@Stateless
public class PublicationService {

    @Inject
    Publications publications;

    @Inject
    Epochs epochs;

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

    /**
     * Returns the newest committed number; 0 in a database that never published. Open to all inside: it is no secret, and
     * what the server does by itself, such as a plan whose day begins, has no caller.
     */
    @PermitAll
    public long latest() {
        return publications.latest();
    }

    /** Whether this database published a number, and not one that it was restored in place of. */
    @RolesAllowed({REGISTER, MANAGER})
    public boolean isPublished(long number) {
        return publications.isKnown(number);
    }

    /** Returns which life of the database this is; another one after each restore. Open to all inside: it is no secret. */
    @PermitAll
    public UUID epoch() {
        return epochs.current();
    }
}
