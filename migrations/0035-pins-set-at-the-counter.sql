-- When a PIN was set at the counter for a member who was there already: it opens no large amounts on that business day.
-- NULL: chosen at joining, or long ago.
ALTER TABLE member ADD COLUMN pin_set_at timestamptz;
