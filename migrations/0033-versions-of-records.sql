-- Every change of a record carries the version that it was made from: a form that was opened earlier can't write over
-- what somebody else saved meanwhile. Members, settings, segments, templates and top-up rules have theirs already.
ALTER TABLE product ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE level ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE store ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE card_range ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE tag ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE member_field ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE list_view ADD COLUMN version integer NOT NULL DEFAULT 1;
