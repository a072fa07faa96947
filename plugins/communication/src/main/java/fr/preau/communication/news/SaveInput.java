package fr.preau.communication.news;

import fr.preau.api.files.Upload;
import fr.preau.api.school.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A news as it was typed.
 *
 * @param news which one, from the address; null for a new one
 * @param key the hidden key of the form of a new one, which becomes its identity
 * @param version that the form was made of
 * @param places codes such as {@code level:5}; none for the whole collège
 * @param from the first day, null for at once
 * @param hour of that day
 * @param until the last day
 * @param picture a new one
 * @param pictureAlt what it shows
 * @param dropPicture whether the one that is there goes
 */
public record SaveInput(
        @Nullable UUID news,
        @Nullable UUID key,
        @Nullable Integer version,
        @Nullable String title,
        @Nullable String text,
        @Nullable List<Profile> profiles,
        @Nullable List<String> places,
        @Nullable LocalDate from,
        @Nullable String hour,
        @Nullable LocalDate until,
        boolean pinned,
        boolean forPublic,
        @Nullable Upload picture,
        @Nullable String pictureAlt,
        boolean dropPicture) {}
