CREATE SCHEMA booking;

CREATE TYPE booking.state AS ENUM ('asked', 'confirmed', 'arrived', 'cancelled');
