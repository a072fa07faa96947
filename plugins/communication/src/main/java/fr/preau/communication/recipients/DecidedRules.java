package fr.preau.communication.recipients;

import fr.preau.api.school.College;

/** What collèges have decided about writing. */
interface DecidedRules {

    /** As they are to be shown; they may be some seconds old. */
    RulesHere shown(College college);

    /** As they are now. */
    RulesHere read(College college);

    /** The same for work that nobody calls for. */
    RulesHere current();
}
