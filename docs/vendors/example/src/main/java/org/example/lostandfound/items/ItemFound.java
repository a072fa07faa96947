package org.example.lostandfound.items;

import fr.preau.api.event.Fact;
import java.time.LocalDate;
import java.util.UUID;

/** Something was found; its subject is the item. */
@Fact("lost-and-found.ItemFound")
public record ItemFound(UUID item, String what, String place, LocalDate foundOn) {}
