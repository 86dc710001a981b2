package org.tillwright.server.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Roles;

/** What every method of every service says about its callers and transactions, and whether the container keeps to it. */
@ContainerTest
class ServiceRolesIT {

    private static final int LEAST_SERVICES = 35;
    private static final int LEAST_METHODS = 150;

    @Inject
    BeanManager beans;

    @EJB
    AsRegister register;

    @EJB
    AsCashier cashier;

    @EJB
    AsSupervisor supervisor;

    @EJB
    AsManager manager;

    @Deployment
    static WebArchive archive() {
        return InContainer.archive();
    }

    @Test
    void aMethodRefusesEveryRoleThatItDoesNotName() {
        List<String> open = new ArrayList<>();
        int asked = 0;
        for (Object service : services()) {
            for (Method method : methods(service)) {
                RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
                if (allowed == null) {
                    continue;
                }
                asked++;
                callers().forEach((role, caller) -> {
                    boolean named = Set.of(allowed.value()).contains(role);
                    Throwable thrown = caller.call(() -> failure(service, method));
                    if (named != isLetIn(method, thrown)) {
                        open.add(method + " as " + role + ": " + thrown);
                    }
                });
                if (!(failure(service, method) instanceof EJBAccessException)) {
                    open.add(method + " as nobody");
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(asked).as("methods found").isGreaterThan(LEAST_METHODS);
    }

    @Test
    void aPartOfALargerWorkRefusesToBeginOneByItself() {
        List<String> begun = new ArrayList<>();
        int asked = 0;
        for (Object service : services()) {
            for (Method method : methods(service)) {
                TransactionAttribute attribute = method.getAnnotation(TransactionAttribute.class);
                if (attribute == null || attribute.value() != TransactionAttributeType.MANDATORY) {
                    continue;
                }
                asked++;
                Throwable thrown = callerFor(method).call(() -> failure(service, method));
                if (!(thrown instanceof EJBTransactionRequiredException)) {
                    begun.add(method + ": " + thrown);
                }
            }
        }
        assertThat(begun).isEmpty();
        assertThat(asked).as("methods found").isGreaterThan(5);
    }

    private List<Object> services() {
        List<Object> found = new ArrayList<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBeanClass();
            if (type.isAnnotationPresent(Stateless.class)
                    && type.getName().startsWith("org.tillwright.server.")
                    && !Caller.class.isAssignableFrom(type)) {
                found.add(beans.getReference(bean, type, beans.createCreationalContext(bean)));
            }
        }
        assertThat(found).as("services found").hasSizeGreaterThanOrEqualTo(LEAST_SERVICES);
        return found;
    }

    /** The methods as the class declares them: what the container hands out is a class of its own making. */
    private static List<Method> methods(Object service) {
        Class<?> type = service.getClass();
        while (!type.isAnnotationPresent(Stateless.class)
                || type.getSuperclass().isAnnotationPresent(Stateless.class)) {
            type = type.getSuperclass();
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .toList();
    }

    /** A person has the lower roles too, but RunAs gives one alone: what refuses such a caller further inside counts as in. */
    private static boolean isLetIn(Method method, @Nullable Throwable thrown) {
        return !(thrown instanceof EJBAccessException)
                || Arrays.stream(thrown.getStackTrace())
                        .anyMatch(frame -> frame.getClassName()
                                        .equals(method.getDeclaringClass().getName())
                                && frame.getMethodName().equals(method.getName()));
    }

    /** What a call with nothing in its hands comes to; null when it even succeeds. */
    private static Throwable failure(Object service, Method method) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(ServiceRolesIT::nothing)
                .toArray();
        Throwable thrown = catchThrowable(() -> method.invoke(service, arguments));
        return thrown instanceof InvocationTargetException wrapped ? wrapped.getCause() : thrown;
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }

    private Caller callerFor(Method method) {
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        assertThat(allowed != null || method.isAnnotationPresent(PermitAll.class))
                .isTrue();
        return allowed == null ? register : callers().get(allowed.value()[0]);
    }

    private Map<String, Caller> callers() {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put(Roles.REGISTER, register);
        callers.put(Roles.CASHIER, cashier);
        callers.put(Roles.SUPERVISOR, supervisor);
        callers.put(Roles.MANAGER, manager);
        return callers;
    }
}
