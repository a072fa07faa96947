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

/** A pupil is in a group. */
@Entity
@Table(name = "group_member")
@IdClass(GroupMember.Key.class)
class GroupMember {

    @Id
    @Column(name = "group_id")
    private @Nullable UUID schoolGroup;

    @Id
    @Column(name = "person_id")
    private @Nullable UUID person;

    protected GroupMember() {}

    /** What makes the row unique; JPA wants it as a class of its own. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID schoolGroup;
        private @Nullable UUID person;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(schoolGroup, key.schoolGroup)
                    && Objects.equals(person, key.person);
        }

        @Override
        public int hashCode() {
            return Objects.hash(schoolGroup, person);
        }
    }
}
