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

/** A teacher teaches a subject to a group of pupils who chose it. */
@Entity
@Table(name = "group_teaching")
@IdClass(GroupTeaching.Key.class)
class GroupTeaching {

    @Id
    @Column(name = "group_id")
    private @Nullable UUID schoolGroup;

    @Id
    @Column(name = "teacher_id")
    private @Nullable UUID teacher;

    @Id
    @Column(name = "subject_id")
    private @Nullable UUID subject;

    protected GroupTeaching() {}

    /** What makes the row unique; JPA wants it as a class of its own. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID schoolGroup;
        private @Nullable UUID teacher;
        private @Nullable UUID subject;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(schoolGroup, key.schoolGroup)
                    && Objects.equals(teacher, key.teacher)
                    && Objects.equals(subject, key.subject);
        }

        @Override
        public int hashCode() {
            return Objects.hash(schoolGroup, teacher, subject);
        }
    }
}
