package fr.preau.liberty;

import fr.preau.database.StartProgress;

/** Says in the terminal how far the database is, the unpacking by quarters. */
final class DatabaseProgress implements StartProgress {

    private static final int STEP = 25;

    private final Terminal terminal;

    DatabaseProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void unpacking(int percent) {
        if (percent % STEP == 0) {
            terminal.say("Installation de MariaDB dans .preau\u00a0: " + percent + "\u00a0%.");
        }
    }

    @Override
    public void creating() {
        terminal.say("Création d’une base vide.");
    }

    @Override
    public void starting() {
        terminal.say("Démarrage de MariaDB.");
    }
}
