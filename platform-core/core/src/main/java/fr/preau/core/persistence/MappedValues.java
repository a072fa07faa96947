package fr.preau.core.persistence;

import jakarta.persistence.EntityManagerFactory;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.SerializedObjectConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * How EclipseLink turns the columns of a unit into values: what it knows no column for, it would
 * serialise, and whoever writes such a column chooses what is made when it is read.
 */
final class MappedValues {

    private MappedValues() {}

    /**
     * @throws IllegalArgumentException with the class and the attribute that would be deserialised
     */
    static void check(EntityManagerFactory factory) {
        ServerSession session = factory.unwrap(ServerSession.class);
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (isSerialised(mapping)) {
                    throw new IllegalArgumentException(
                            descriptor.getJavaClassName()
                                    + "."
                                    + mapping.getAttributeName()
                                    + " would be kept as a serialised Java object: give it a type"
                                    + " that a column has, or an AttributeConverter");
                }
            }
        }
    }

    private static boolean isSerialised(DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping value) {
            return serialises(value.getConverter());
        }
        if (mapping instanceof DirectMapMapping map && serialises(map.getKeyConverter())) {
            return true;
        }
        return mapping instanceof DirectCollectionMapping values
                && serialises(values.getValueConverter());
    }

    private static boolean serialises(@Nullable Converter converter) {
        return converter instanceof SerializedObjectConverter;
    }
}
