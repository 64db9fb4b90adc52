-- Every list is sorted by its columns, each by an index: a page of a list that grows for ever is read, never sorted.
-- What changes with every sale (balances, stock) has none: keeping one would cost every sale.

-- Names as people order them, hanzi by pinyin. A PostgreSQL without ICU orders by codes.
DO $$ BEGIN
  CREATE COLLATION by_name (provider = icu, locale = 'zh');
EXCEPTION WHEN OTHERS THEN
  CREATE COLLATION by_name FROM "C";
END $$;

CREATE INDEX member_by_name ON member ((coalesce(name, nickname)) COLLATE by_name, id) WHERE status = 'active';

CREATE INDEX card_issued ON card (issued_on, id);
CREATE INDEX card_expires_on ON card (expires_on, id);

CREATE INDEX sale_staff ON sale (staff_id, business_date, id);
CREATE INDEX sale_due ON sale (due_cents, business_date, id);
CREATE INDEX sale_received ON sale (received_cents, business_date, id);
CREATE INDEX sale_discount ON sale (discount_cents, business_date, id);

-- The store's index also gives its rows in the order of a list.
DROP INDEX top_up_store_date;
CREATE INDEX top_up_store_date ON top_up (store_id, business_date, id);
CREATE INDEX top_up_date ON top_up (business_date, id);
CREATE INDEX top_up_staff ON top_up (staff_id, business_date, id);
CREATE INDEX top_up_principal ON top_up (principal_cents, business_date, id);
CREATE INDEX top_up_bonus ON top_up (bonus_cents, business_date, id);

CREATE INDEX payout_date ON payout (business_date, id);
CREATE INDEX payout_staff ON payout (staff_id, business_date, id);
CREATE INDEX payout_principal ON payout (principal_cents, business_date, id);
CREATE INDEX payout_paid ON payout (paid_cents, business_date, id);

CREATE INDEX adjustment_date ON adjustment (business_date, id);
CREATE INDEX adjustment_staff ON adjustment (staff_id, business_date, id);

CREATE INDEX message_at ON message (created_at, id);

CREATE INDEX audit_record_time ON audit_record (at, id);
DROP INDEX audit_record_at;
CREATE INDEX audit_record_staff ON audit_record (staff_id, id);
CREATE INDEX audit_record_store ON audit_record (store_id, id);
CREATE INDEX audit_record_action ON audit_record (action, id);

CREATE INDEX product_by_name ON product (name COLLATE by_name, id);
CREATE INDEX product_list_price ON product (list_price_cents, id);
