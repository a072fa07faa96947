/** Requests to servers outside, for modules with the permission {@code network}. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
