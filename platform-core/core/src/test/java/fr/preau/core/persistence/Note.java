package fr.preau.core.persistence;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.eclipse.persistence.annotations.Cache;
import org.eclipse.persistence.config.CacheIsolationType;

/** An entity of a module; it asks for a cache in vain. */
@Entity
@Cacheable
@Cache(isolation = CacheIsolationType.SHARED)
@Table(name = "notes_note")
public class Note {

    @Id private int id;

    @Column(nullable = false)
    private String text = "";

    protected Note() {}

    Note(int id, String text) {
        this.id = id;
        this.text = text;
    }

    String text() {
        return text;
    }

    void write(String newText) {
        text = newText;
    }

    int id() {
        return id;
    }
}
