package org.tillwright.wire;

import org.jspecify.annotations.Nullable;

/**
 * The answer to one record of a batch: what the record would have been answered by itself.
 *
 * @param status 201 or 200 with an acceptance; 400, 409 or 422 with the problem for which it is refused for good; 503 with a
 *     problem when it was not tried or did not succeed for now
 */
public record RecordAnswer(Long sequence, Long status, @Nullable Acceptance acceptance, @Nullable Problem problem) {}
