package fr.preau.portal.pages;

import fr.preau.portal.resume.KeptForm;

/**
 * A form that came too late, to be looked at and sent.
 *
 * @param personName as whom it will be sent
 * @param form what was typed
 */
public record KeptFormPage(String personName, KeptForm form) {}
