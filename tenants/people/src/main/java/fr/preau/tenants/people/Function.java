package fr.preau.tenants.people;

/**
 * What an adult of the school is there for, with its code and label in the AAF ({@code
 * ENTPersonFonctions}).
 *
 * <p>ENS, DOC, EDU and DIR are the ministry's. ADJ, GES, SEC and ADM tell apart what real files
 * lump together as direction and administration, so that each profile of the demo has its people.
 */
public enum Function {
    PRINCIPAL("DIR", "DIRECTION", "D0010", "DIRECTION D'ETABLISSEMENT"),
    DEPUTY("ADJ", "PRINCIPAL ADJOINT", "D0030", "ADJOINT AU CHEF D'ETABLISSEMENT"),
    CPE("EDU", "EDUCATION", "E0030", "CONSEILLER PRINCIPAL D'EDUCATION"),
    GESTIONNAIRE("GES", "GESTION", "A0010", "ADJOINT GESTIONNAIRE"),
    SECRETARY("SEC", "SECRETARIAT", "A0020", "SECRETARIAT"),
    ENT_ADMINISTRATOR("ADM", "ADMINISTRATION DE L'ENT", "A0030", "ADMINISTRATION DE L'ENT"),
    LIBRARIAN("DOC", "DOCUMENTATION", "L0080", "DOCUMENTATION"),
    /** The discipline is the teacher's own. */
    TEACHER("ENS", "ENSEIGNEMENT", "", "");

    private final String code;
    private final String label;
    private final String disciplineCode;
    private final String discipline;

    Function(String code, String label, String disciplineCode, String discipline) {
        this.code = code;
        this.label = label;
        this.disciplineCode = disciplineCode;
        this.discipline = discipline;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String disciplineCode() {
        return disciplineCode;
    }

    public String discipline() {
        return discipline;
    }
}
