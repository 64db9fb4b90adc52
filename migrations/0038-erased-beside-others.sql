-- A member who is erased also goes out of what was said to a second person about somebody else's transfer to them.
CREATE OR REPLACE FUNCTION scrub_member_records(wanted bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  scrubbed bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM public.member m WHERE m.id = wanted AND m.status = 'erased') THEN
    RAISE EXCEPTION 'member % is not erased', wanted USING ERRCODE = 'restrict_violation';
  END IF;
  -- Left are what says nothing about a person: level, status, version, consents.
  UPDATE public.audit_record a
     SET before = public.impersonal(a.before), after = public.impersonal(a.after),
         reason = CASE WHEN a.action = 'member.erase' THEN a.reason END
   WHERE a.subject_kind = 'member' AND a.subject_id = wanted::text;
  GET DIAGNOSTICS scrubbed = ROW_COUNT;
  UPDATE public.audit_record a SET after = a.after - 'last4'
   WHERE a.after ? 'provenId' AND a.after ->> 'provenId' = wanted::text;
  UPDATE public.audit_record a SET reason = NULL
    FROM public.approval_request r
   WHERE r.facts ->> 'toMemberId' = wanted::text AND a.action LIKE 'approval.%'
     AND a.subject_kind = r.subject_kind AND a.subject_id = r.subject_id::text AND a.after ->> 'requestId' = r.id::text;
  RETURN scrubbed;
END $$;
