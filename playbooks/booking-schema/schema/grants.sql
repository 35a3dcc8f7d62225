GRANT USAGE ON SCHEMA booking TO frontdesk, reports;
GRANT SELECT, INSERT, UPDATE ON booking.reservation, booking.guest TO frontdesk;
GRANT SELECT ON booking.room, booking.arrivals TO frontdesk;
GRANT SELECT ON booking.arrivals TO reports;
REVOKE EXECUTE ON FUNCTION booking.free_rooms(daterange) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION booking.free_rooms(daterange) TO frontdesk;
