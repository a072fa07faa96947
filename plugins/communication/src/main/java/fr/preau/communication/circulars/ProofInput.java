package fr.preau.communication.circulars;

import java.util.UUID;

/** For which child, of which circular, a guardian wants the proof of their answer. */
public record ProofInput(UUID circular, UUID child) {}
