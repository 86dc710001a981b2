package org.tillwright.wire.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a wire record's components are, and how much each may hold. Worked out once for each type, because a register asks
 * for it with every scan.
 */
record WireShape(List<Part> parts, Constructor<?> maker) {

    private static final ClassValue<WireShape> SHAPES = new ClassValue<>() {
        @Override
        protected WireShape computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            List<Part> parts = new ArrayList<>(components.length);
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                parts.add(Part.of(components[i]));
                types[i] = components[i].getType();
            }
            try {
                return new WireShape(List.copyOf(parts), type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("wire record " + type + " cannot be made", e);
            }
        }
    };

    static WireShape of(Class<?> record) {
        return SHAPES.get(record);
    }

    /** How many elements the list of this name may hold. */
    int mostIn(String list) {
        return parts.stream()
                .filter(part -> part.name().equals(list))
                .mapToInt(Part::most)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no list " + list));
    }

    /**
     * One component.
     *
     * @param most characters of its text, or elements of its list or map
     */
    record Part(String name, Type type, int most, boolean mayBeMissing, Method accessor) {

        private static Part of(RecordComponent component) {
            Type type = component.getGenericType();
            Limit limit = component.getAnnotation(Limit.class);
            int usual = type instanceof ParameterizedType ? WireJson.MAX_ELEMENTS : WireJson.MAX_TEXT;
            return new Part(
                    component.getName(),
                    type,
                    limit == null ? usual : limit.value(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    component.getAccessor());
        }

        /** Where it is, for a person. */
        String in(String path) {
            return path.isEmpty() ? name : path + "." + name;
        }

        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("wire record " + record.getClass() + " is not readable", e);
            }
        }
    }
}
