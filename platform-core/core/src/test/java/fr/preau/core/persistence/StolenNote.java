package fr.preau.core.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity that names another collège's table. */
@Entity
@Table(catalog = ModuleEntityManagerTest.OTHER, name = "notes_note")
public class StolenNote {

    @Id private int id;

    @Column(nullable = false)
    private String text = "";

    protected StolenNote() {}

    StolenNote(int id, String text) {
        this.id = id;
        this.text = text;
    }

    String text() {
        return text;
    }

    int id() {
        return id;
    }
}
