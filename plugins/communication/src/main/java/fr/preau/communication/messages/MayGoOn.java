package fr.preau.communication.messages;

import fr.preau.api.school.Person;

/** Decides whether whoever calls may write one more message in a conversation. */
@FunctionalInterface
interface MayGoOn {

    /**
     * @param answers whether the other has written in it, so that this is an answer
     */
    boolean with(Person other, boolean answers);
}
