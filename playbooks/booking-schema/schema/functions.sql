-- What is free for all nights of a stay.
CREATE FUNCTION booking.free_rooms(wanted daterange) RETURNS SETOF booking.room
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT o.* FROM booking.room o
  WHERE NOT EXISTS (
    SELECT FROM booking.reservation r
    WHERE r.room = o.id AND r.stay && wanted AND r.state <> 'cancelled'
  );
END;
