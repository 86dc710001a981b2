package org.tillwright.server.security;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What people may say about an operator.
 *
 * @param number what the operator keys in at the register
 * @param language of the screens; null for the store's
 */
public record OperatorDraft(String number, String name, Role role, @Nullable String language) implements Serializable {}
