package fr.preau.communication;

import fr.preau.testkit.compatibility.CompatibilitySuite;

/** The module passes what is asked of every module, filled by its own forms. */
class CompatibleTest extends CompatibilitySuite {}
