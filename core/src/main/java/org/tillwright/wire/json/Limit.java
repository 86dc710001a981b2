package org.tillwright.wire.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The most characters of a text, or elements of a list, that a wire record takes. Without it the limits are
 * {@link WireJson#MAX_TEXT} and {@link WireJson#MAX_ELEMENTS}.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limit {
    int value();
}
