package fr.preau.api.event.school;

import fr.preau.api.event.Fact;
import fr.preau.api.school.ClassId;
import java.time.Instant;

/** A class is out, as on a school trip; its subject is the class. */
@Fact("school-life.ClassAway")
public record ClassAway(ClassId schoolClass, Instant from, Instant until) {}
