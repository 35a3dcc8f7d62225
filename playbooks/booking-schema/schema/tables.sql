CREATE TABLE booking.room (
  id smallint PRIMARY KEY,
  name text NOT NULL UNIQUE,
  beds smallint NOT NULL CHECK (beds BETWEEN 1 AND 6),
  price numeric(8, 2) NOT NULL
);

CREATE TABLE booking.guest (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,   -- setpoint:renamed_from mail
  full_name text NOT NULL,
  address text
);
CREATE UNIQUE INDEX guest_by_email ON booking.guest (lower(email));

CREATE TABLE booking.reservation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  room smallint NOT NULL REFERENCES booking.room,
  guest bigint NOT NULL REFERENCES booking.guest,
  state booking.state NOT NULL DEFAULT 'asked',
  stay daterange NOT NULL,
  price numeric(10, 2) NOT NULL,
  note text,
  CONSTRAINT reservation_lasts CHECK (NOT isempty(stay))
);
CREATE INDEX reservation_by_guest ON booking.reservation (guest);
CREATE INDEX reservation_by_stay ON booking.reservation USING gist (stay) WHERE state <> 'cancelled';
COMMENT ON COLUMN booking.reservation.stay IS 'From the day of arrival to the day of departure, which is not part of it.';
