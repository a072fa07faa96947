package fr.preau.core.plugins.guard;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Reflection as a module has it: to what it could have called by name. */
@Guarding("reflection")
public final class ReflectionGuard {

    private ReflectionGuard() {}

    @InsteadOf(Method.class)
    public static @Nullable Object invoke(
            Method method, @Nullable Object target, @Nullable Object @Nullable [] arguments)
            throws IllegalAccessException, InvocationTargetException {
        Reach.ofCaller().require(method);
        return method.invoke(target, arguments);
    }

    @InsteadOf(Constructor.class)
    public static Object newInstance(
            Constructor<?> constructor, @Nullable Object @Nullable [] arguments)
            throws InstantiationException, IllegalAccessException, InvocationTargetException {
        Reach.ofCaller().require(constructor);
        return constructor.newInstance(arguments);
    }

    @InsteadOf(Class.class)
    public static Object newInstance(Class<?> type)
            throws InstantiationException, IllegalAccessException {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            Reach.ofCaller().require(constructor);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new InstantiationException(type.getName());
        } catch (InvocationTargetException e) {
            // Class.newInstance lets through whatever the constructor threw.
            throw Sneaky.rethrow(e.getCause());
        }
    }

    @InsteadOf(Field.class)
    public static @Nullable Object get(Field field, @Nullable Object target)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return field.get(target);
    }

    @InsteadOf(Field.class)
    public static void set(Field field, @Nullable Object target, @Nullable Object value)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        field.set(target, value);
    }

    @InsteadOf(AccessibleObject.class)
    public static void setAccessible(AccessibleObject object, boolean accessible) {
        if (accessible && !isOwn(object)) {
            throw Refused.because("setAccessible on " + object + ": it is not of its own classes");
        }
        object.setAccessible(accessible);
    }

    @InsteadOf(Method.class)
    public static void setAccessible(Method object, boolean accessible) {
        setAccessible((AccessibleObject) object, accessible);
    }

    @InsteadOf(Constructor.class)
    public static void setAccessible(Constructor<?> object, boolean accessible) {
        setAccessible((AccessibleObject) object, accessible);
    }

    @InsteadOf(Field.class)
    public static void setAccessible(Field object, boolean accessible) {
        setAccessible((AccessibleObject) object, accessible);
    }

    @InsteadOf(value = AccessibleObject.class, isStatic = true)
    public static void setAccessible(AccessibleObject[] objects, boolean accessible) {
        for (AccessibleObject object : objects.clone()) {
            setAccessible(object, accessible);
        }
    }

    @InsteadOf(AccessibleObject.class)
    public static boolean trySetAccessible(AccessibleObject object) {
        return isOwn(object) && object.trySetAccessible();
    }

    /** A handler of the host would call whatever method it is given, with the host's rights. */
    @InsteadOf(value = Proxy.class, isStatic = true)
    public static InvocationHandler getInvocationHandler(Object proxy) {
        InvocationHandler handler = Proxy.getInvocationHandler(proxy);
        if (!Caller.now().owns(handler.getClass())) {
            throw Refused.because("the invocation handler of a proxy that is not its own");
        }
        return handler;
    }

    private static boolean isOwn(AccessibleObject object) {
        return object instanceof Member member && Caller.now().owns(member.getDeclaringClass());
    }
}
