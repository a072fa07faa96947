/**
 * Servers outside, for modules with the permission {@code network}, and where Préau is for them.
 */
@Export
@Version("1.1.0")
@NullMarked
package fr.preau.api.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
