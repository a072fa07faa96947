/** What only Liberty can prove about tenancy: its pools and its caches never mix collèges. */
@NullMarked
package fr.preau.liberty.tenancy;

import org.jspecify.annotations.NullMarked;
