package fr.preau.core.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pupil is in a class. */
@Entity
@Table(name = "class_member")
@IdClass(ClassMember.Key.class)
class ClassMember {

    @Id
    @Column(name = "class_id")
    private @Nullable UUID schoolClass;

    @Id
    @Column(name = "person_id")
    private @Nullable UUID person;

    protected ClassMember() {}

    /** What makes the row unique; JPA wants it as a class of its own. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID schoolClass;
        private @Nullable UUID person;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(schoolClass, key.schoolClass)
                    && Objects.equals(person, key.person);
        }

        @Override
        public int hashCode() {
            return Objects.hash(schoolClass, person);
        }
    }
}
