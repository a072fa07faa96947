package fr.preau.tenants;

/** Whether a collège uses Préau at the start or only stands ready for it. */
public enum TenantState {
    ACTIVE,
    PREPARED
}
