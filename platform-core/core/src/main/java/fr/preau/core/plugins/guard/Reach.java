package fr.preau.core.plugins.guard;

import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far a module reaches by reflection: to its own classes, and else to what its source could
 * call as well.
 */
final class Reach {

    private final Caller caller;

    Reach(Caller caller) {
        this.caller = caller;
    }

    static Reach ofCaller() {
        return new Reach(Caller.now());
    }

    void require(Method method) {
        require(method.getDeclaringClass(), method.getName(), descriptor(method));
        requireNoCallerSensitive(method, method);
        open(method, method);
    }

    void require(Constructor<?> constructor) {
        require(
                constructor.getDeclaringClass(),
                "<init>",
                MethodType.methodType(void.class, constructor.getParameterTypes())
                        .descriptorString());
        open(constructor, constructor);
    }

    void require(Field field) {
        require(field.getDeclaringClass(), field.getName(), "");
        open(field, field);
    }

    /** The member of the class, or of what it extends. */
    void require(Class<?> type, String member, String descriptor) {
        if (!caller.sees(type)) {
            throw Refused.because(type.getName() + ", a class that it can't name");
        }
        for (Class<?> owner : supertypes(type)) {
            boolean meant = owner == type || declares(owner, member);
            if (meant && !caller.owns(owner)) {
                requireHarmless(owner, member, descriptor);
            }
        }
    }

    /** What a class above has of that name; a constructor is only that of the class itself. */
    private static boolean declares(Class<?> owner, String member) {
        Stream<? extends Member> members =
                Stream.concat(
                        Arrays.stream(owner.getDeclaredMethods()),
                        Arrays.stream(owner.getDeclaredFields()));
        return members.anyMatch(found -> found.getName().equals(member));
    }

    private static void requireHarmless(Class<?> owner, String member, String descriptor) {
        SensitiveCalls.refused(owner.getName(), member, descriptor)
                .ifPresent(
                        call -> {
                            throw Refused.because(
                                    owner.getName() + "." + member + ": " + call.advice());
                        });
        if (Guards.instead(owner.getName(), member, descriptor).isPresent()) {
            throw Refused.because(
                    owner.getName() + "." + member + " by reflection: call it by its name");
        }
    }

    /** Such a method asks who calls it, and by reflection that would be the host. */
    private static void requireNoCallerSensitive(AnnotatedElement element, Member member) {
        if (member.getDeclaringClass() == Class.class && member.getName().startsWith("get")) {
            // What a class consists of is told to everybody; those that tell more have a guard.
            return;
        }
        boolean asks =
                Arrays.stream(element.getAnnotations())
                        .map(annotation -> annotation.annotationType().getSimpleName())
                        .anyMatch("CallerSensitive"::equals);
        if (asks) {
            throw Refused.because(
                    member.getDeclaringClass().getName()
                            + "."
                            + member.getName()
                            + " by reflection: call it by its name");
        }
    }

    /** Its own members are called by the host in its place, so the host must get at them. */
    private void open(AccessibleObject object, Member member) {
        if (caller.owns(member.getDeclaringClass())) {
            object.setAccessible(true);
        }
    }

    private static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .descriptorString();
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        collect(type, all);
        return all;
    }

    private static void collect(Class<?> type, Set<Class<?>> all) {
        if (all.add(type)) {
            if (type.getSuperclass() != null) {
                collect(type.getSuperclass(), all);
            }
            Arrays.stream(type.getInterfaces()).forEach(parent -> collect(parent, all));
        }
    }
}
