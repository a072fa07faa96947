package fr.preau.core.persistence;

import fr.preau.core.persistence.tables.OwnTables;
import jakarta.persistence.EntityManagerFactory;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sequencing.Sequence;
import org.eclipse.persistence.sequencing.TableSequence;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * The tables to which EclipseLink has mapped the classes of a unit, whatever told it so:
 * annotations, files or defaults.
 */
final class MappedTables {

    private MappedTables() {}

    /**
     * @throws IllegalArgumentException with the class and the table that the unit may not name
     */
    static void check(EntityManagerFactory factory, OwnTables own) {
        ServerSession session = factory.unwrap(ServerSession.class);
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            for (DatabaseTable table : tables(descriptor)) {
                own.mistake(table.getQualifiedName())
                        .ifPresent(
                                mistake -> {
                                    throw new IllegalArgumentException(
                                            descriptor.getJavaClassName() + ": " + mistake);
                                });
            }
        }
    }

    private static Set<DatabaseTable> tables(ClassDescriptor descriptor) {
        Set<DatabaseTable> tables = new LinkedHashSet<>(descriptor.getTables());
        for (DatabaseField field : descriptor.getAllFields()) {
            add(tables, field.getTable());
        }
        descriptor.getMappings().stream().flatMap(MappedTables::beside).forEach(tables::add);
        Sequence sequence = descriptor.getSequence();
        if (sequence instanceof TableSequence ofTable) {
            add(tables, ofTable.getTable());
        }
        return tables;
    }

    /** Those of joins and collections, which no class of their own may stand for. */
    private static Stream<DatabaseTable> beside(DatabaseMapping mapping) {
        Set<DatabaseTable> tables = new LinkedHashSet<>();
        if (mapping instanceof ManyToManyMapping many) {
            add(tables, many.getRelationTable());
        }
        if (mapping instanceof OneToOneMapping one && one.hasRelationTableMechanism()) {
            add(tables, one.getRelationTable());
        }
        if (mapping instanceof DirectCollectionMapping values) {
            add(tables, values.getReferenceTable());
        }
        if (mapping instanceof CollectionMapping parts && parts.getReferenceDescriptor() != null) {
            tables.addAll(parts.getReferenceDescriptor().getTables());
        }
        return tables.stream();
    }

    /** Mappings of embedded values have no table of their own. */
    private static void add(Set<DatabaseTable> tables, @Nullable DatabaseTable table) {
        if (table != null && table.hasName()) {
            tables.add(table);
        }
    }
}
