package fr.preau.communication.messages;

import java.util.UUID;

/** Which letter to take back. */
public record UndoInput(UUID letter) {}
