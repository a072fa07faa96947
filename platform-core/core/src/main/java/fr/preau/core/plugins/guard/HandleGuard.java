package fr.preau.core.plugins.guard;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Method handles as a module has them: to what it could have called by name. */
@Guarding("reflection")
public final class HandleGuard {

    private HandleGuard() {}

    private static void require(Class<?> type, String name, MethodType signature) {
        Reach.ofCaller().require(type, name, signature.descriptorString());
    }

    private static void requireField(Class<?> type, String name) {
        Reach.ofCaller().require(type, name, "");
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle findVirtual(
            Lookup lookup, Class<?> type, String name, MethodType signature)
            throws NoSuchMethodException, IllegalAccessException {
        require(type, name, signature);
        return lookup.findVirtual(type, name, signature);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle findStatic(
            Lookup lookup, Class<?> type, String name, MethodType signature)
            throws NoSuchMethodException, IllegalAccessException {
        require(type, name, signature);
        return lookup.findStatic(type, name, signature);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle findSpecial(
            Lookup lookup, Class<?> type, String name, MethodType signature, Class<?> caller)
            throws NoSuchMethodException, IllegalAccessException {
        require(type, name, signature);
        return lookup.findSpecial(type, name, signature, caller);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle findConstructor(Lookup lookup, Class<?> type, MethodType signature)
            throws NoSuchMethodException, IllegalAccessException {
        require(type, "<init>", signature);
        return lookup.findConstructor(type, signature);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle bind(Lookup lookup, Object target, String name, MethodType signature)
            throws NoSuchMethodException, IllegalAccessException {
        require(target.getClass(), name, signature);
        return lookup.bind(target, name, signature);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle findGetter(Lookup lookup, Class<?> type, String name, Class<?> field)
            throws NoSuchFieldException, IllegalAccessException {
        requireField(type, name);
        return lookup.findGetter(type, name, field);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle findSetter(Lookup lookup, Class<?> type, String name, Class<?> field)
            throws NoSuchFieldException, IllegalAccessException {
        requireField(type, name);
        return lookup.findSetter(type, name, field);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle findStaticGetter(
            Lookup lookup, Class<?> type, String name, Class<?> field)
            throws NoSuchFieldException, IllegalAccessException {
        requireField(type, name);
        return lookup.findStaticGetter(type, name, field);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle findStaticSetter(
            Lookup lookup, Class<?> type, String name, Class<?> field)
            throws NoSuchFieldException, IllegalAccessException {
        requireField(type, name);
        return lookup.findStaticSetter(type, name, field);
    }

    @InsteadOf(Lookup.class)
    public static VarHandle findVarHandle(Lookup lookup, Class<?> type, String name, Class<?> field)
            throws NoSuchFieldException, IllegalAccessException {
        requireField(type, name);
        return lookup.findVarHandle(type, name, field);
    }

    @InsteadOf(Lookup.class)
    public static VarHandle findStaticVarHandle(
            Lookup lookup, Class<?> type, String name, Class<?> field)
            throws NoSuchFieldException, IllegalAccessException {
        requireField(type, name);
        return lookup.findStaticVarHandle(type, name, field);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle unreflect(Lookup lookup, Method method)
            throws IllegalAccessException {
        Reach.ofCaller().require(method);
        return lookup.unreflect(method);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle unreflectSpecial(Lookup lookup, Method method, Class<?> caller)
            throws IllegalAccessException {
        Reach.ofCaller().require(method);
        return lookup.unreflectSpecial(method, caller);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle unreflectConstructor(Lookup lookup, Constructor<?> constructor)
            throws IllegalAccessException {
        Reach.ofCaller().require(constructor);
        return lookup.unreflectConstructor(constructor);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle unreflectGetter(Lookup lookup, Field field)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return lookup.unreflectGetter(field);
    }

    @InsteadOf(Lookup.class)
    public static MethodHandle unreflectSetter(Lookup lookup, Field field)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return lookup.unreflectSetter(field);
    }

    @InsteadOf(Lookup.class)
    public static VarHandle unreflectVarHandle(Lookup lookup, Field field)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return lookup.unreflectVarHandle(field);
    }

    @InsteadOf(value = MethodHandles.class, isStatic = true)
    public static Lookup privateLookupIn(Class<?> target, Lookup lookup)
            throws IllegalAccessException {
        if (!Caller.now().owns(target)) {
            throw Refused.because("privateLookupIn " + target.getName() + ": it is not its own");
        }
        return MethodHandles.privateLookupIn(target, lookup);
    }
}
