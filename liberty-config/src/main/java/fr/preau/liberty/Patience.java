package fr.preau.liberty;

/** Says every ten seconds that something still goes on; run it as often as you like. */
final class Patience implements Runnable {

    private static final int EVERY_SECONDS = 10;

    private final Terminal terminal;
    private final String line;
    private long said;

    Patience(Terminal terminal, String line) {
        this.terminal = terminal;
        this.line = line;
        this.said = terminal.seconds();
    }

    @Override
    public void run() {
        if (terminal.seconds() >= said + EVERY_SECONDS) {
            said = terminal.seconds();
            terminal.say(line);
        }
    }
}
