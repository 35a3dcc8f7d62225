import { type DatabaseServer, startMariadb, startPostgres } from '@setpoint/testkit/databases';

/** The database of an example while a test runs it. */
export type ExampleDatabase = {
  readonly server: DatabaseServer;
  readonly database: string;
  /** How the node is reached, in place of its host. */
  readonly place: string;
};

/** Starts the server that an example's inventory names, with the database as it is before the example is applied. */
export const startDatabase: Readonly<Record<string, () => Promise<ExampleDatabase>>> = {
  'booking-schema': async () => {
    const server = await startPostgres();
    await server.sql('CREATE ROLE deploy LOGIN CREATEDB; CREATE ROLE frontdesk; CREATE ROLE reports');
    await server.sql('CREATE DATABASE booking OWNER deploy');
    await server.sql(`SET ROLE deploy; ${booking}`, 'booking');
    return { server, database: 'booking', place: `socket: ${server.socketDir}, port: ${server.port}` };
  },
  'parts-catalogue': async () => {
    const server = await startMariadb();
    await server.sql("CREATE USER deploy IDENTIFIED BY 'canary-5d21b7e0-parts'; GRANT ALL ON *.* TO deploy");
    await server.sql('CREATE DATABASE parts CHARACTER SET utf8mb4');
    await server.sql(parts, 'parts');
    return { server, database: 'parts', place: `socket: ${server.socketPath}` };
  },
};

/** One release behind the declaration, with guests in it. */
const booking = `
CREATE SCHEMA booking;
CREATE TYPE booking.state AS ENUM ('asked', 'confirmed', 'cancelled');
CREATE TABLE booking.room (
  id smallint PRIMARY KEY,
  name text NOT NULL UNIQUE,
  beds smallint NOT NULL,
  price numeric(8, 2) NOT NULL
);
CREATE TABLE booking.guest (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mail varchar(200) NOT NULL,
  full_name text
);
CREATE TABLE booking.reservation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  room smallint NOT NULL REFERENCES booking.room,
  guest bigint NOT NULL REFERENCES booking.guest,
  state booking.state NOT NULL DEFAULT 'asked',
  stay daterange NOT NULL,
  price numeric(8, 2) NOT NULL,
  address text
);
CREATE VIEW booking.arrivals AS
  SELECT r.id, lower(r.stay) AS day, o.name AS room, g.full_name AS guest
  FROM booking.reservation r JOIN booking.room o ON o.id = r.room JOIN booking.guest g ON g.id = r.guest
  WHERE r.state <> 'cancelled';
GRANT USAGE ON SCHEMA booking TO reports;
GRANT SELECT ON booking.arrivals TO reports;
CREATE TABLE booking.tmp_import (line text);
INSERT INTO booking.room VALUES (1, 'Lake', 2, 120), (2, 'Garden', 3, 95);
INSERT INTO booking.guest (mail, full_name) VALUES ('ada@example.org', 'Ada'), ('Linus@example.org', 'Linus');
INSERT INTO booking.reservation (room, guest, stay, price) VALUES (1, 1, '[2026-07-01,2026-07-04)', 360);
`;

/** The catalogue as it grew by hand. */
const parts = `
CREATE TABLE supplier (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(120) NOT NULL,
  country char(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) DEFAULT CHARSET=utf8mb4;
CREATE TABLE part (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code varchar(20) NOT NULL,
  title varchar(200) NOT NULL,
  description text,
  price decimal(10,2) NOT NULL,
  supplier_id int unsigned NOT NULL,
  KEY part_supplier (supplier_id)
) DEFAULT CHARSET=utf8mb4;
INSERT INTO supplier (name, country) VALUES ('Northern Castings', 'NO');
INSERT INTO part (code, title, price, supplier_id) VALUES ('V-100', 'Valve', 12.50, 1), ('P-7', 'Pump seal', 3.20, 1);
`;
