package fr.preau.canteen.service;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Who is registered at a collège, and whether they eat on a day. */
@FunctionalInterface
public interface Regimes {

    /** Of each pupil who is registered on that day; who is not in it is a passer. */
    Map<UUID, Regime> on(LocalDate day);
}
