package fr.preau.core.plugins.guard;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Fields of the primitive types, by reflection. */
@Guarding("reflection")
public final class PrimitiveFieldGuard {

    private PrimitiveFieldGuard() {}

    @InsteadOf(Field.class)
    public static boolean getBoolean(Field field, @Nullable Object target)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return field.getBoolean(target);
    }

    @InsteadOf(Field.class)
    public static void setBoolean(Field field, @Nullable Object target, boolean value)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        field.setBoolean(target, value);
    }

    @InsteadOf(Field.class)
    public static byte getByte(Field field, @Nullable Object target) throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return field.getByte(target);
    }

    @InsteadOf(Field.class)
    public static void setByte(Field field, @Nullable Object target, byte value)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        field.setByte(target, value);
    }

    @InsteadOf(Field.class)
    public static char getChar(Field field, @Nullable Object target) throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return field.getChar(target);
    }

    @InsteadOf(Field.class)
    public static void setChar(Field field, @Nullable Object target, char value)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        field.setChar(target, value);
    }

    @InsteadOf(Field.class)
    public static short getShort(Field field, @Nullable Object target)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return field.getShort(target);
    }

    @InsteadOf(Field.class)
    public static void setShort(Field field, @Nullable Object target, short value)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        field.setShort(target, value);
    }

    @InsteadOf(Field.class)
    public static int getInt(Field field, @Nullable Object target) throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return field.getInt(target);
    }

    @InsteadOf(Field.class)
    public static void setInt(Field field, @Nullable Object target, int value)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        field.setInt(target, value);
    }

    @InsteadOf(Field.class)
    public static long getLong(Field field, @Nullable Object target) throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return field.getLong(target);
    }

    @InsteadOf(Field.class)
    public static void setLong(Field field, @Nullable Object target, long value)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        field.setLong(target, value);
    }

    @InsteadOf(Field.class)
    public static float getFloat(Field field, @Nullable Object target)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return field.getFloat(target);
    }

    @InsteadOf(Field.class)
    public static void setFloat(Field field, @Nullable Object target, float value)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        field.setFloat(target, value);
    }

    @InsteadOf(Field.class)
    public static double getDouble(Field field, @Nullable Object target)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        return field.getDouble(target);
    }

    @InsteadOf(Field.class)
    public static void setDouble(Field field, @Nullable Object target, double value)
            throws IllegalAccessException {
        Reach.ofCaller().require(field);
        field.setDouble(target, value);
    }
}
