package fr.preau.core.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity that names what all connections are asking just now. */
@Entity
@Table(schema = "information_schema", name = "processlist")
public class ProcessInfo {

    @Id private long id;

    @Column(name = "info")
    private String text = "";

    protected ProcessInfo() {}

    String text() {
        return text;
    }

    long id() {
        return id;
    }
}
