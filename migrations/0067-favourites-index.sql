CREATE INDEX CONCURRENTLY product_favourite ON product (id) WHERE favourite;
