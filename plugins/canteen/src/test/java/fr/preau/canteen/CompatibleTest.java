package fr.preau.canteen;

import fr.preau.testkit.compatibility.CompatibilitySuite;

/** The module passes what is asked of every module. */
class CompatibleTest extends CompatibilitySuite {}
