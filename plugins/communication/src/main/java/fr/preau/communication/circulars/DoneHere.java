package fr.preau.communication.circulars;

import java.util.UUID;

/** That something was done with a circular or a draft. */
public record DoneHere(UUID id) {}
