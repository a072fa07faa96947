package fr.preau.portal.pages;

/** One of the values of a setting that is chosen from a list. */
public record SettingChoice(String value, String title) {}
