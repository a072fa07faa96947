package fr.preau.core.tenancy;

/** Whether a unit of work may change rows. */
enum UnitKind {
    READING,
    WRITING
}
