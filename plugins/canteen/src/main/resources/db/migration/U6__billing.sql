ALTER TABLE canteen_application
  DROP KEY canteen_application_year;

DROP TABLE canteen_numbering;
DROP TABLE canteen_invoice_line;
DROP TABLE canteen_invoice;
DROP TABLE canteen_billing_run;
