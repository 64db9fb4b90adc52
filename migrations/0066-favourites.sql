-- Goods that head office puts on the tiles of every till.
ALTER TABLE product ADD COLUMN favourite boolean NOT NULL DEFAULT false;
