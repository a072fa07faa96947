package fr.preau.communication.circulars;

import java.time.Instant;

/** That somebody has looked at numbers, as it is told to that person. */
public record SeenRow(String title, Instant at, int children) {}
