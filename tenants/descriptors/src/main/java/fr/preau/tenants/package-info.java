/**
 * The collèges of a département as its folder of descriptors tells them: one YAML file per collège
 * and {@code departement.yaml} for what they share. Another département is another folder. A wrong
 * descriptor stops the reading with its file, its line and the reason.
 */
@NullMarked
package fr.preau.tenants;

import org.jspecify.annotations.NullMarked;
