package org.tillwright.server.platform;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/** Sets injected fields by hand, as the container would: one object of each class, and what a test binds instead. */
public final class Wiring {

    private final Map<Class<?>, Object> objects = new HashMap<>();

    /** Wires classes that need no database. */
    public Wiring() {}

    public Wiring(TestDatabase database) {
        objects.put(EntityManager.class, database.entityManager());
    }

    /** Uses {@code object} wherever {@code type} is injected; its own fields are set too. */
    public <T> Wiring bind(Class<T> type, T object) {
        objects.put(type, object);
        return this;
    }

    /** Returns the one object of a class, with all its fields set. */
    public <T> T get(Class<T> type) {
        Object known = objects.get(type);
        if (known == null) {
            known = construct(type);
            objects.put(type, known);
            setFields(known);
        }
        return type.cast(known);
    }

    /** Sets the fields of an object that a test made. */
    public <T> T complete(T object) {
        setFields(object);
        return object;
    }

    private void setFields(Object object) {
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(PersistenceContext.class)) {
                    set(field, object, get(field.getType()));
                }
            }
        }
    }

    private static void set(Field field, Object object, Object value) {
        try {
            field.setAccessible(true);
            field.set(object, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object construct(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a test must bind " + type, e);
        }
    }
}
