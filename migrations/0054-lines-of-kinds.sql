-- A line of a sale is of a kind, and not every kind is a product. Each keeps who served and which price it was quoted at.

-- Every price that is set gets a number of its own, of the list and of a store alike: a line says by which it was sold.
CREATE SEQUENCE price_version;
ALTER TABLE product ADD COLUMN price_version bigint NOT NULL DEFAULT nextval('price_version');
ALTER TABLE store_price ADD COLUMN price_version bigint NOT NULL DEFAULT nextval('price_version');

CREATE FUNCTION next_price_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.price_version := nextval('price_version');
  RETURN NEW;
END $$;
CREATE TRIGGER price_changed BEFORE UPDATE OF list_price_cents ON product
  FOR EACH ROW WHEN (OLD.list_price_cents <> NEW.list_price_cents) EXECUTE FUNCTION next_price_version();
CREATE TRIGGER price_changed BEFORE UPDATE OF price_cents ON store_price
  FOR EACH ROW WHEN (OLD.price_cents <> NEW.price_cents) EXECUTE FUNCTION next_price_version();

ALTER TABLE sale_line
  ALTER COLUMN product_id DROP NOT NULL,
  ADD COLUMN kind          text NOT NULL DEFAULT 'product',
  -- As the till said it, where no product does.
  ADD COLUMN category_id   bigint,
  -- Where the price came from, 'list' or 'store', and its number. NULL: said at the till, or a line from before.
  ADD COLUMN price_source  text,
  ADD COLUMN price_version bigint,
  -- Who served and their shares, which add up to 10000. NULL: a line from before, served by whoever sold.
  ADD COLUMN staff_ids     bigint[],
  ADD COLUMN staff_bps     int[],
  -- Those from before had to name one.
  ADD CONSTRAINT sale_line_product CHECK (kind <> 'product' OR product_id IS NOT NULL) NOT VALID;

-- What the application hands over for a sale, in the order of the columns here. new_sale_line is that of older versions.
CREATE TYPE new_line_of_sale AS (
  line_no int, kind text, product_id bigint, product_name text, qty_milli bigint, unit_price_cents bigint, pay_rate_bps int,
  list_cents bigint, net_cents bigint, bonus_part_cents bigint, eligible_cents bigint, points_factor_bps int, cost_cents bigint,
  category_id bigint, price_source text, price_version bigint, staff_ids bigint[], staff_bps int[]);

UPDATE role SET permissions = permissions || ARRAY['sale.quick']
 WHERE code = 'cashier' AND permissions @> ARRAY['sale.create'] AND NOT permissions @> ARRAY['sale.quick'];
