-- Staff who are members: nobody acts on, approves for, or gives to their own record. What an act writes is looked at where
-- it ends, whatever its way was.
CREATE TABLE staff_member (
  staff_id   bigint PRIMARY KEY REFERENCES staff,
  member_id  bigint NOT NULL CONSTRAINT staff_member_member_key UNIQUE REFERENCES member,
  marked_by  bigint NOT NULL REFERENCES staff,
  marked_at  timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION refuse_own_record(staff bigint) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
DECLARE
  own bigint := (SELECT s.member_id FROM staff_member s WHERE s.staff_id = staff);
  now_ xid := pg_current_xact_id()::xid;
  their bigint;
BEGIN
  IF own IS NULL THEN RETURN; END IF;
  their := (SELECT w.id FROM wallet w WHERE w.member_id = own);
  -- Written in this transaction: the record, its cards and those on its wallet, what stands on its accounts, its papers.
  IF EXISTS (SELECT FROM member m WHERE m.id = own AND m.xmin = now_)
     OR EXISTS (SELECT FROM card c WHERE (c.member_id = own OR c.wallet_id = their) AND c.xmin = now_)
     OR EXISTS (SELECT FROM ledger.account a WHERE a.kind IN ('principal', 'bonus', 'visits') AND a.owner_id = their AND a.xmin = now_)
     OR EXISTS (SELECT FROM ledger.account a WHERE a.kind = 'points' AND a.owner_id = own AND a.xmin = now_)
     OR EXISTS (SELECT FROM member_tag t WHERE t.member_id = own AND t.xmin = now_)
     OR EXISTS (SELECT FROM sale s WHERE s.member_id = own AND s.xmin = now_) THEN
    RAISE EXCEPTION 'staff % writes their own record %', staff, own USING ERRCODE = 'check_violation', CONSTRAINT = 'own_record';
  END IF;
END $$;

CREATE FUNCTION command_on_own_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
BEGIN
  PERFORM refuse_own_record(NEW.staff_id);
  RETURN NULL;
END $$;
CREATE TRIGGER own_record AFTER INSERT ON command FOR EACH ROW EXECUTE FUNCTION command_on_own_record();

CREATE FUNCTION approval_for_own_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
BEGIN
  PERFORM refuse_own_record(NEW.approved_by);
  RETURN NULL;
END $$;
CREATE TRIGGER own_record AFTER INSERT ON approval FOR EACH ROW EXECUTE FUNCTION approval_for_own_record();

-- Changes that are no commands, and questions about approvals, name the member; the end of a family card its owner.
-- Who only looks at something may.
CREATE FUNCTION change_of_own_record() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.action NOT LIKE 'member.show%' AND NEW.action NOT LIKE 'member.search%' AND EXISTS (
       SELECT FROM staff_member s WHERE s.staff_id = NEW.staff_id
          AND s.member_id::text IN (CASE NEW.subject_kind WHEN 'member' THEN NEW.subject_id END, NEW.before ->> 'ownerId')) THEN
    RAISE EXCEPTION 'staff % changes their own record', NEW.staff_id USING ERRCODE = 'check_violation', CONSTRAINT = 'own_record';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER own_record AFTER INSERT ON audit_record FOR EACH ROW WHEN (NEW.subject_kind IN ('member', 'card'))
  EXECUTE FUNCTION change_of_own_record();
