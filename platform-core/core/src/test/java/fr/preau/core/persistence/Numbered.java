package fr.preau.core.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity of a module that the database numbers. */
@Entity
@Table(name = "notes_numbered")
public class Numbered {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "text")
    private String text = "numbered";

    String text() {
        return text;
    }

    long id() {
        return id;
    }
}
