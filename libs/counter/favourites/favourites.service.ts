import { Injectable } from '@nestjs/common';
import { type Actor, addDays, businessDateOf, Clock, Db, type Sql, tillOf } from '#kernel';
import { CatalogueService } from '#goods/catalogue';
import type { FavouritesView } from './favourites.controller.js';

const MOST = 15;
const DAYS = 30;
/** A busy store's month is long: its last sales say as much, at a cost that stays the same. */
const SALES = 1_000;

@Injectable()
export class FavouritesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly catalogue: CatalogueService,
  ) {}

  ofTill(actor: Actor): Promise<FavouritesView> {
    const till = tillOf(actor);
    const { storeId } = till;
    const since = addDays(businessDateOf(this.clock.now(), till), -DAYS);
    return this.db.read(async (sql) => {
      const marked = await this.catalogue.marked(sql, MOST);
      const ids = marked.length > 0 ? marked : await this.soldMost(sql, storeId, since);
      const products = await this.catalogue.forDesk(sql, storeId, ids);
      return { source: marked.length > 0 ? 'marked' : 'sold', products };
    });
  }

  /**
   * By how many sales they stood in: a pack of twenty is bought once. The last sales of the store's
   * days, their lines by their keys.
   */
  private async soldMost(sql: Sql, storeId: number, since: string): Promise<number[]> {
    const rows = await sql.query<{ productId: number }>(
      `SELECT l.product_id AS "productId"
         FROM (SELECT id FROM sale WHERE store_id = $1 AND business_date >= $2 AND voided_at IS NULL
                ORDER BY business_date DESC, id DESC LIMIT $4) s
         JOIN sale_line l ON l.sale_id = s.id JOIN product p ON p.id = l.product_id AND p.status = 'active'
        WHERE l.returned_milli < l.qty_milli
        GROUP BY l.product_id ORDER BY count(*) DESC, l.product_id LIMIT $3`,
      [storeId, since, MOST, SALES],
    );
    return rows.map(({ productId }) => productId);
  }
}
