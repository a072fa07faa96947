package fr.preau.core.events;

import fr.preau.api.event.Events;
import fr.preau.api.event.Fact;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.routes.RecordJson;
import java.lang.reflect.Modifier;

/** The events as one module is given them: it publishes what its manifest declares. */
public final class ModuleEvents implements Events {

    private static final int LONGEST_SUBJECT = 120;
    private static final int LARGEST = 60_000;

    private final ModuleWords words;
    private final RecordJson json;
    private final Outbox outbox;

    /**
     * @param json of this version of the module
     */
    public ModuleEvents(ModuleWords words, RecordJson json, Outbox outbox) {
        this.words = words;
        this.json = json;
        this.outbox = outbox;
    }

    @Override
    public void publish(Record fact, String subject) {
        String body = checked(fact, subject);
        outbox.put(nameOf(fact), words.id(), subject, body);
    }

    @Override
    public void publishAt(Uai place, Record fact, String subject) {
        Uai here = outbox.here();
        if (!here.isDepartement() && !place.isDepartement() && !place.equals(here)) {
            throw new IllegalArgumentException(
                    "from a collège facts go to the Département, not to the collège " + place);
        }
        String body = checked(fact, subject);
        outbox.send(place, nameOf(fact), words.id(), subject, body);
    }

    private String checked(Record fact, String subject) {
        String name = nameOf(fact);
        if (!words.publishes().contains(name)) {
            throw new IllegalArgumentException(
                    words.id() + " does not declare that it publishes « " + name + " »");
        }
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("a subject has 1 to 120 characters");
        }
        String body = json.write(fact);
        if (body.length() > LARGEST) {
            throw new IllegalArgumentException(name + " is larger than 60 kB");
        }
        return body;
    }

    private static String nameOf(Record fact) {
        Fact name = fact.getClass().getAnnotation(Fact.class);
        if (name == null) {
            throw new IllegalArgumentException(fact.getClass().getName() + " has no @Fact");
        }
        if (!Modifier.isPublic(fact.getClass().getModifiers())) {
            throw new IllegalArgumentException(
                    fact.getClass().getName() + " is not public: JSON can't be made of it");
        }
        return name.value();
    }
}
