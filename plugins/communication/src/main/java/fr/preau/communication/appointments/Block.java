package fr.preau.communication.appointments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A slot that a host keeps free of families. */
@Entity
@Table(name = "communication_meeting_block")
@NamedQuery(
        name = "Block.ofHost",
        query = "SELECT b FROM Block b WHERE b.hostId = :host ORDER BY b.startsAt")
@NamedQuery(name = "Block.ofHosts", query = "SELECT b.id FROM Block b WHERE b.hostId IN :hosts")
public class Block {

    @Id private UUID id;

    @Column(name = "host_id")
    private UUID hostId;

    @Column(name = "starts_at")
    private Instant startsAt;

    @SuppressWarnings("NullAway.Init")
    protected Block() {}

    Block(UUID id, MeetingHost host, Slot slot) {
        this.id = id;
        this.hostId = host.id();
        this.startsAt = slot.start();
    }

    UUID id() {
        return id;
    }

    Instant startsAt() {
        return startsAt;
    }
}
