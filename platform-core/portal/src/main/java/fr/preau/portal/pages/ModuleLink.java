package fr.preau.portal.pages;

/** A menu entry of a module that is on at a collège. */
public record ModuleLink(String module, String label, String href) {}
