package fr.preau.tenants.people;

/** Who brings the children up. */
enum Household {
    COUPLE,
    SEPARATED,
    ONE_PARENT,
    /** A parent, and a grandparent or another relative who has charge of the child too. */
    PARENT_AND_RELATIVE,
    /** Somebody else than a parent holds parental authority. */
    THIRD_PARTY;

    static Household of(Dice dice) {
        int share = dice.below(100);
        if (share < 61) {
            return COUPLE;
        }
        if (share < 82) {
            return SEPARATED;
        }
        if (share < 95) {
            return ONE_PARENT;
        }
        return share < 98 ? PARENT_AND_RELATIVE : THIRD_PARTY;
    }

    /** What the adult of this rank is to the children; the first is the one who pays. */
    Guardianship link(Guardian adult, int rank) {
        boolean first = rank == 0;
        if (this == THIRD_PARTY) {
            Kinship kinship =
                    adult.jointure() % 4 == 0 ? Kinship.FOSTER_CARER : Kinship.GRANDPARENT;
            return new Guardianship(adult.jointure(), kinship, Standing.LEGAL, first, true);
        }
        if (this == PARENT_AND_RELATIVE && !first) {
            return relative(adult);
        }
        return new Guardianship(
                adult.jointure(), Kinship.parent(adult.gender()), Standing.LEGAL, first, true);
    }

    private static Guardianship relative(Guardian adult) {
        boolean grandparent = adult.birth().getYear() < 1962;
        return new Guardianship(
                adult.jointure(),
                grandparent ? Kinship.GRANDPARENT : Kinship.OTHER_RELATIVE,
                grandparent ? Standing.IN_CHARGE : Standing.CONTACT_ONLY,
                false,
                true);
    }
}
