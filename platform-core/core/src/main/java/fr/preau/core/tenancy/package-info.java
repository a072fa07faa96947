/**
 * One schema and one database role a collège: units of work, provisioning, migrations, the tenants.
 */
@NullMarked
package fr.preau.core.tenancy;

import org.jspecify.annotations.NullMarked;
