package fr.preau.communication.circulars;

import java.util.UUID;

/** Which circular. */
public record CircularInput(UUID circular) {}
