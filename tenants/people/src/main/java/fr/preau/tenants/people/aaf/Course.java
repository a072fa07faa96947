package fr.preau.tenants.people.aaf;

import fr.preau.tenants.Level;

/** The national course (module élémentaire de formation, MEF) that the pupils of a level follow. */
enum Course {
    SIXIEME("10010012110", "6EME", "21110010001", "6EME"),
    CINQUIEME("10110001110", "5EME", "21110010002", "5EME"),
    QUATRIEME("10210001110", "4EME", "21110010003", "4EME"),
    TROISIEME("10310019110", "3EME", "21110010004", "3EME");

    private final String code;
    private final String label;
    private final String statistics;
    private final String formation;

    Course(String code, String label, String statistics, String formation) {
        this.code = code;
        this.label = label;
        this.statistics = statistics;
        this.formation = formation;
    }

    static Course of(Level level) {
        return switch (level) {
            case SIXIEME -> SIXIEME;
            case CINQUIEME -> CINQUIEME;
            case QUATRIEME -> QUATRIEME;
            case TROISIEME -> TROISIEME;
        };
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    Addition addition() {
        return Addition.ofCourse(code)
                .with("ENTMefJointure", code)
                .with("ENTLibelleMef", label)
                .with("ENTMEFRattach", code)
                .with("ENTMEFSTAT11", statistics)
                .with("ENTNivFormation", formation)
                .with("ENTFiliere", "COLLEGE");
    }

    String formation() {
        return formation;
    }
}
