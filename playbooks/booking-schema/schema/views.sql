CREATE VIEW booking.arrivals AS
  SELECT r.id, lower(r.stay) AS day, o.name AS room, g.full_name AS guest, g.email
  FROM booking.reservation r
  JOIN booking.room o ON o.id = r.room
  JOIN booking.guest g ON g.id = r.guest
  WHERE r.state IN ('asked', 'confirmed');
