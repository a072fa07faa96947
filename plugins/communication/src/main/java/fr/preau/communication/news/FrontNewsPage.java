package fr.preau.communication.news;

/** A news for everybody; who wrote it is not told. */
public record FrontNewsPage(NewsView news) {}
