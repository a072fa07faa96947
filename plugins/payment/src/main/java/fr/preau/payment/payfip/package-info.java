/**
 * The web service of PayFiP for régies (DGFiP, « Guide de mise en œuvre, régies de recettes, web
 * service », version 19.0, June 2020): what is asked and how answers are read. It knows nothing of
 * debts.
 */
@NullMarked
package fr.preau.payment.payfip;

import org.jspecify.annotations.NullMarked;
