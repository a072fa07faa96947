package fr.preau.canteen.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The class whose pupils are ticked.
 *
 * @param day null for today
 * @param in null for none
 */
public record ByHandListInput(@Nullable LocalDate day, @Nullable String in) {}
