package org.example.lostandfound.items;

import java.util.UUID;

/** An item, from its address. */
public record ItemInput(UUID item) {}
