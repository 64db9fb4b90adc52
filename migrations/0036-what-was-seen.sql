-- Of a document that proved an act on a card the last four digits are recorded. They go when their member is erased.
CREATE INDEX audit_record_proven ON audit_record ((after ->> 'provenId')) WHERE after ? 'provenId';

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
  RETURN scrubbed;
END $$;
