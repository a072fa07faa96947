/** What a module does for another one, by name and without a shared class. */
@Export
@Version("1.0.0")
@NullMarked
package fr.preau.api.service;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
