package org.tillwright.core.paymentqr;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Data objects of one payment network, under the name that is its own in the whole world.
 *
 * @param id 26 to 51 for accounts, 50 to 99 in additional data, 80 to 99 for anything else
 * @param uniqueId an application identifier, a UUID or a domain name turned round; at most 32 letters
 * @param objects those of the network, ids 1 to 99
 */
public record EmvTemplate(int id, String uniqueId, List<EmvObject> objects) {

    public EmvTemplate {
        requireNonNull(uniqueId, "uniqueId");
        EmvNode.requireId(id);
        objects = List.copyOf(objects);
        if (objects.stream().anyMatch(object -> object.id() == EmvIds.UNIQUE_ID)) {
            throw new IllegalArgumentException("the unique id of template " + id + " is there twice");
        }
    }
}
