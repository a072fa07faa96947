DROP TABLE payment_booking;
DROP TABLE payment_operation_part;
DROP TABLE payment_operation;
DROP TABLE payment_debt_credit;
DROP TABLE payment_debt_payer;
DROP TABLE payment_debt_line;
DROP TABLE payment_debt;
DROP TABLE payment_regie;
