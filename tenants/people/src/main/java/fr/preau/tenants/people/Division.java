package fr.preau.tenants.people;

import fr.preau.tenants.Level;

/** A class or a group of one level. */
public record Division(Level level, String name) {}
