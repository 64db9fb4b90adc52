-- Nobody approves another document on their own record either.
CREATE OR REPLACE FUNCTION refuse_own_record(staff bigint) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_catalog, pg_temp AS $$
DECLARE
  own bigint := (SELECT s.member_id FROM staff_member s WHERE s.staff_id = staff);
  now_ xid := pg_current_xact_id()::xid;
  their bigint;
BEGIN
  IF own IS NULL THEN RETURN; END IF;
  their := (SELECT w.id FROM wallet w WHERE w.member_id = own);
  -- Written in this transaction: the record, its document, its cards and those on its wallet, what stands on its accounts, its papers.
  IF EXISTS (SELECT FROM member m WHERE m.id = own AND m.xmin = now_)
     OR EXISTS (SELECT FROM member_identity i WHERE i.member_id = own AND i.xmin = now_)
     OR EXISTS (SELECT FROM card c WHERE (c.member_id = own OR c.wallet_id = their) AND c.xmin = now_)
     OR EXISTS (SELECT FROM ledger.account a WHERE a.kind IN ('principal', 'bonus', 'visits') AND a.owner_id = their AND a.xmin = now_)
     OR EXISTS (SELECT FROM ledger.account a WHERE a.kind = 'points' AND a.owner_id = own AND a.xmin = now_)
     OR EXISTS (SELECT FROM member_tag t WHERE t.member_id = own AND t.xmin = now_)
     OR EXISTS (SELECT FROM sale s WHERE s.member_id = own AND s.xmin = now_) THEN
    RAISE EXCEPTION 'staff % writes their own record %', staff, own USING ERRCODE = 'check_violation', CONSTRAINT = 'own_record';
  END IF;
END $$;
