package fr.preau.core.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity of a module on a table of the core. */
@Entity
@Table(name = "person")
public class BorrowedPerson {

    @Id private int id;

    int id() {
        return id;
    }
}
