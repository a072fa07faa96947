package fr.preau.tenants.people;

import fr.preau.tenants.Level;

/**
 * A subject (matière) with its code, its weekly hours and the discipline of those who teach it.
 *
 * <p>Hours follow the arrêté of 19 May 2015 on the collège (as amended in 2023); optional ones
 * count only for the groups that have them. Codes are written as in the ministry's nomenclatures.
 */
public enum Subject {
    FRANCAIS("020700", "FRANCAIS", "L0202", "LETTRES MODERNES", 9, 9, 9, 8),
    MATHEMATIQUES("061300", "MATHEMATIQUES", "L1300", "MATHEMATIQUES", 9, 7, 7, 7),
    HISTOIRE_GEOGRAPHIE(
            "043700", "HISTOIRE-GEOGRAPHIE", "L1000", "HISTOIRE GEOGRAPHIE", 6, 6, 6, 7),
    ANGLAIS("030201", "ANGLAIS LV1", "L0422", "ANGLAIS", 8, 6, 6, 6),
    SVT("062900", "SCIENCES VIE & TERRE", "L1600", "SCIENCES DE LA VIE ET DE LA TERRE", 3, 3, 3, 3),
    PHYSIQUE_CHIMIE("062300", "PHYSIQUE-CHIMIE", "L1500", "PHYSIQUE CHIMIE", 3, 3, 3, 3),
    EPS(
            "100100",
            "EDUCATION PHYSIQUE & SPORTIVE",
            "L1900",
            "EDUCATION PHYSIQUE ET SPORTIVE",
            8,
            6,
            6,
            6),
    TECHNOLOGIE("070800", "TECHNOLOGIE", "L1400", "TECHNOLOGIE", 0, 3, 3, 3),
    ARTS_PLASTIQUES("090100", "ARTS PLASTIQUES", "L1800", "ARTS PLASTIQUES", 2, 2, 2, 2),
    EDUCATION_MUSICALE("080500", "EDUCATION MUSICALE", "L1700", "EDUCATION MUSICALE", 2, 2, 2, 2),
    ESPAGNOL("030602", "ESPAGNOL LV2", "L0426", "ESPAGNOL", 0, 5, 5, 5),
    ALLEMAND("030102", "ALLEMAND LV2", "L0421", "ALLEMAND", 0, 5, 5, 5),
    ITALIEN("030802", "ITALIEN LV2", "L0429", "ITALIEN", 0, 5, 5, 5),
    LATIN("020800", "LANGUES & CULT. ANTIQ. LATIN", "L0201", "LETTRES CLASSIQUES", 0, 2, 4, 4);

    private final String code;
    private final String label;
    private final String disciplineCode;
    private final String discipline;
    private final int[] halfHours;

    Subject(String code, String label, String disciplineCode, String discipline, int... halfHours) {
        this.code = code;
        this.label = label;
        this.disciplineCode = disciplineCode;
        this.discipline = discipline;
        this.halfHours = halfHours;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** The recruitment discipline (discipline de poste) of its teachers. */
    public String disciplineCode() {
        return disciplineCode;
    }

    public String discipline() {
        return discipline;
    }

    /** Half hours a week for a class or a group of this level. */
    int halfHours(Level level) {
        return halfHours[level.ordinal()];
    }

    /** Taught to groups of pupils who chose it, not to whole classes. */
    boolean chosen() {
        return compareTo(ESPAGNOL) >= 0;
    }

    /** So few hours in a collège that its teacher often has a second one. */
    boolean oftenOnTwoColleges() {
        return compareTo(TECHNOLOGIE) >= 0;
    }
}
