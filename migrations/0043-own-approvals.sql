-- Who is asked about their own record approves nothing of it, also where the act leaves nothing of theirs behind: a card
-- that was unbound spends somebody else's wallet by the end of the act.
CREATE OR REPLACE FUNCTION approval_for_own_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.subject_kind = 'member' AND EXISTS (
       SELECT FROM staff_member s WHERE s.staff_id = NEW.approved_by AND s.member_id = NEW.subject_id) THEN
    RAISE EXCEPTION 'staff % approves for their own record', NEW.approved_by USING ERRCODE = 'check_violation', CONSTRAINT = 'own_record';
  END IF;
  PERFORM refuse_own_record(NEW.approved_by);
  RETURN NULL;
END $$;
