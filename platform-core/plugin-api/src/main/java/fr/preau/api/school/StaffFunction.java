package fr.preau.api.school;

/** What a member of the staff is there for; one person may hold several. */
public enum StaffFunction {
    PRINCIPAL,
    CPE,
    GESTIONNAIRE,
    SECRETARY,
    /** The collège's own administrator of the ENT. */
    ADMINISTRATOR
}
