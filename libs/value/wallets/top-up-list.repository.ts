import type { Tx } from '#kernel';
import { Injectable } from '@nestjs/common';

@Injectable()
export class TopUpListRepository {
  storeOf(tx: Tx, id: number): Promise<{ storeId: number } | undefined> {
    return tx.maybe<{ storeId: number }>('SELECT store_id AS "storeId" FROM top_up WHERE id = $1', [
      id,
    ]);
  }

  async countPrint(tx: Tx, id: number): Promise<number> {
    const { count } = await tx.one<{ count: number }>(
      'UPDATE top_up SET print_count = print_count + 1 WHERE id = $1 RETURNING print_count AS count',
      [id],
    );
    return count;
  }
}
