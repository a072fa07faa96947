package fr.preau.payfip;

import java.time.Duration;
import java.util.Random;

/** Decides what goes wrong, call by call. */
public interface Behaviour {

    /** How a call ends. */
    Misbehaviour ofCall(String call);

    /** How the end of an operation is told. */
    default Notification ofNotification() {
        return Notification.ONCE;
    }

    /** How long after the payer has finished the result is known. */
    default Duration ofResult() {
        return Duration.ZERO;
    }

    /** Nothing ever goes wrong. */
    static Behaviour good() {
        return call -> Misbehaviour.NONE;
    }

    /**
     * Things go wrong by chance, the same for the same seed and order of calls.
     *
     * @param share of the calls that go wrong, 0 to 1
     */
    static Behaviour random(long seed, double share) {
        Random random = new Random(seed);
        return new Behaviour() {
            @Override
            public synchronized Misbehaviour ofCall(String call) {
                if (random.nextDouble() >= share) {
                    return Misbehaviour.NONE;
                }
                Misbehaviour[] all = {
                    Misbehaviour.DOWN,
                    Misbehaviour.CUT,
                    Misbehaviour.CUT_AFTERWARDS,
                    Misbehaviour.SLOW,
                    Misbehaviour.GARBAGE,
                    Misbehaviour.TECHNICAL
                };
                return all[random.nextInt(all.length)];
            }

            @Override
            public synchronized Notification ofNotification() {
                Notification[] all = Notification.values();
                return random.nextDouble() >= share
                        ? Notification.ONCE
                        : all[random.nextInt(all.length)];
            }
        };
    }
}
