-- One writing of SKUs: T1 and t1 are one. What collides is kept as it was written and reported, as barcodes are (0029).

ALTER TABLE number_collision
  DROP CONSTRAINT number_collision_kind_check,
  ADD CONSTRAINT number_collision_kind_check CHECK (kind IN ('phone', 'barcode', 'sku'));

-- As foldSku() in the kernel, whatever the language of the database.
CREATE FUNCTION sku_folded(sku text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  lower(normalize(sku, NFKC) COLLATE "C");

ALTER TABLE product
  -- Written in another way beside one that was there before: kept, and found at the till as one of two.
  ADD COLUMN sku_doubled boolean NOT NULL DEFAULT false;
UPDATE product p SET sku_doubled = true
  FROM (SELECT sku_folded(sku) AS folded, min(id) AS first FROM product GROUP BY 1 HAVING count(*) > 1) d
 WHERE sku_folded(p.sku) = d.folded AND p.id <> d.first;
INSERT INTO number_collision (kind, number, kept_by, other_id, other_number)
  SELECT 'sku', o.sku, o.id, p.id, p.sku
    FROM product p JOIN product o ON sku_folded(o.sku) = sku_folded(p.sku) AND NOT o.sku_doubled
   WHERE p.sku_doubled;
CREATE UNIQUE INDEX product_sku_folded_key ON product (sku_folded(sku)) WHERE NOT sku_doubled;
