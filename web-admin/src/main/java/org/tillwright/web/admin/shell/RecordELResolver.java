package org.tillwright.web.admin.shell;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotFoundException;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets pages read records: {@code #{item.name}} calls {@code item.name()}. The expression language knows only getters. */
public class RecordELResolver extends ELResolver {

    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return components == null
                    ? Map.of()
                    : Stream.of(components)
                            .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getAccessor));
        }
    };

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        Optional<Method> accessor = accessor(base, property);
        if (accessor.isEmpty()) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            return accessor.get().invoke(base);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new ELException("record " + accessor.get() + " cannot be read", e);
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        accessor(base, property).ifPresent(known -> context.setPropertyResolved(base, property));
        return null; // nothing of a record can be set
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        if (accessor(base, property).isPresent()) {
            throw new PropertyNotWritableException(property + " is of a record, which nobody changes");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        accessor(base, property).ifPresent(known -> context.setPropertyResolved(base, property));
        return base instanceof Record;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return base instanceof Record ? String.class : null;
    }

    /** Empty when the base is no record; a record that has no such component is a mistake of the page, and told. */
    private static Optional<Method> accessor(@Nullable Object base, @Nullable Object property) {
        if (!(base instanceof Record) || property == null) {
            return Optional.empty();
        }
        Method accessor = COMPONENTS.get(base.getClass()).get(property.toString());
        if (accessor == null && hasGetter(base.getClass(), property.toString())) {
            return Optional.empty();
        } else if (accessor == null) {
            throw new PropertyNotFoundException(base.getClass().getName() + " has no component " + property);
        }
        return Optional.of(accessor);
    }

    /** A record may offer more than it holds, as getters do. */
    private static boolean hasGetter(Class<?> type, String property) {
        String capital = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return Stream.of(type.getMethods())
                .map(Method::getName)
                .anyMatch(name -> name.equals("get" + capital) || name.equals("is" + capital));
    }
}
