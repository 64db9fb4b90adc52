-- One writing of phones and barcodes; what was kept in two ways is folded, what collides is kept and reported.

-- Numbers that two members or two products turned out to share when they were folded: one keeps it, the other is left as
-- it was written, for head office to look at.
CREATE TABLE number_collision (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind          text NOT NULL CHECK (kind IN ('phone', 'barcode')),
  number        text NOT NULL,
  kept_by       bigint NOT NULL,
  other_id      bigint NOT NULL,
  other_number  text NOT NULL,
  found_at      timestamptz NOT NULL DEFAULT now()
);

-- As foldPhone() in the kernel, for what the column can hold.
CREATE FUNCTION pg_temp.folded_phone(phone text) RETURNS text LANGUAGE sql IMMUTABLE RETURN
  CASE
    WHEN phone ~ '^(((\+|00?)?86)|(0(?=1[3-9])))?1[0-9]{10}$' THEN right(phone, 11)
    WHEN phone ~ '^(\+|00)860?(10|2[0-9]|[3-9][0-9]{2})[0-9]{7,8}$' THEN '0' || regexp_replace(phone, '^(\+|00)860?', '')
    WHEN phone ~ '^00[1-9][0-9]{6,14}$' THEN '+' || substr(phone, 3)
    ELSE phone
  END;

CREATE TEMPORARY TABLE refolded ON COMMIT DROP AS
  SELECT m.id, m.phone AS written, f.phone AS folded, m.status,
         -- Among live members the first one keeps the number, and whoever has it written so already before all.
         m.status = 'active' AND (
           EXISTS (SELECT FROM member o WHERE o.phone = f.phone AND o.status = 'active')
           OR row_number() OVER (PARTITION BY m.status, f.phone ORDER BY m.id) > 1) AS taken
    FROM member m CROSS JOIN LATERAL (SELECT pg_temp.folded_phone(m.phone) AS phone) f
   WHERE m.phone IS NOT NULL AND f.phone <> m.phone;

UPDATE member m SET phone = r.folded, version = m.version + 1, updated_at = now()
  FROM refolded r WHERE r.id = m.id AND NOT r.taken;
UPDATE member_key k SET key = r.folded
  FROM refolded r WHERE r.id = k.member_id AND k.kind = 'phone' AND k.key = r.written AND NOT r.taken;
INSERT INTO number_collision (kind, number, kept_by, other_id, other_number)
  SELECT 'phone', r.folded, o.id, r.id, r.written
    FROM refolded r JOIN member o ON o.phone = r.folded AND o.status = 'active' WHERE r.taken;

-- As foldBarcode() in the kernel: a number of goods without the zeros that tell UPC-A, EAN-13 and GTIN-14 apart.
CREATE FUNCTION barcode_folded(barcode text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN barcode ~ '^([0-9]{8}|[0-9]{12,14})$' AND barcode ~ '[1-9]' THEN
    CASE WHEN (SELECT sum(substr(lpad(barcode, 14, '0'), n, 1)::int * CASE n % 2 WHEN 1 THEN 3 ELSE 1 END) % 10 = 0
                 FROM generate_series(1, 14) n)
         THEN ltrim(barcode, '0') ELSE barcode END
  ELSE lower(barcode) END;

ALTER TABLE product_barcode
  ADD COLUMN folded text NOT NULL GENERATED ALWAYS AS (barcode_folded(barcode)) STORED,
  -- Written in another way beside one that was there before: kept, and found by a scan as one of two.
  ADD COLUMN doubled boolean NOT NULL DEFAULT false;
UPDATE product_barcode b SET doubled = true
 WHERE EXISTS (SELECT FROM product_barcode o WHERE o.folded = b.folded AND (o.product_id, o.barcode) < (b.product_id, b.barcode));
INSERT INTO number_collision (kind, number, kept_by, other_id, other_number)
  SELECT 'barcode', b.folded, o.product_id, b.product_id, b.barcode
    FROM product_barcode b JOIN product_barcode o ON o.folded = b.folded AND NOT o.doubled
   WHERE b.doubled AND o.product_id <> b.product_id;
CREATE UNIQUE INDEX product_barcode_folded_key ON product_barcode (folded) WHERE NOT doubled;
INSERT INTO product_key (key, kind, product_id)
  SELECT folded, 'barcode', product_id FROM product_barcode ON CONFLICT DO NOTHING;

-- How far the search keys were made by which rule: a worker makes them anew, some members at a time.
CREATE TABLE key_rule (
  subject      text PRIMARY KEY CHECK (subject IN ('member')),
  rule         int NOT NULL,
  through_id   bigint NOT NULL,
  finished_at  timestamptz
);
