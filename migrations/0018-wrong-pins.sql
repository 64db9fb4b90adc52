-- Wrong PINs are counted beside numbers that nobody has, per person and till: one PIN can't be tried with member after member.
ALTER TABLE lookup_miss
  DROP CONSTRAINT lookup_miss_scope_check,
  ADD CONSTRAINT lookup_miss_scope_check CHECK (scope IN ('staff', 'till', 'chain', 'pin_staff', 'pin_till'));
