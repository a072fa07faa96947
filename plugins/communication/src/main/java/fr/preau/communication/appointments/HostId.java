package fr.preau.communication.appointments;

import java.util.UUID;

/** Which host of which meeting. */
public record HostId(UUID host) {}
