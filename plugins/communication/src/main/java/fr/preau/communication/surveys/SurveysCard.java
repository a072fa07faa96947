package fr.preau.communication.surveys;

import java.util.List;

/**
 * What the accueil shows: the surveys that the reader has not answered yet, three at most, those
 * that close first.
 */
public record SurveysCard(List<SurveysPage.Line> toAnswer) {

    public SurveysCard {
        toAnswer = List.copyOf(toAnswer);
    }
}
