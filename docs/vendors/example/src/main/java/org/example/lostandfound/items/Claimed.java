package org.example.lostandfound.items;

import java.util.UUID;

/** The item of which somebody has just said that it is theirs. */
public record Claimed(UUID item) {}
