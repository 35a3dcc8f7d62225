-- What the database should look like, as you would write it for an empty one.
CREATE SCHEMA shop;

CREATE TABLE shop.customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE
);

CREATE TABLE shop.orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer bigint NOT NULL REFERENCES shop.customers,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paid', 'sent')),
  total numeric(10, 2) NOT NULL
);

CREATE INDEX orders_of_customer ON shop.orders (customer);

CREATE VIEW shop.open_orders AS
  SELECT id, customer, total FROM shop.orders WHERE state = 'open';
