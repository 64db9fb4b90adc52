import { randomUUID } from 'node:crypto';
import type { Tx } from '#kernel';
import { hashPin } from '#membership/members';
import { testApp } from '#workshop/testing';
import { aPrintedCard } from '../../../membership/cards/cards.fixtures.js';
import { aShopper, shelved } from '../sales.fixtures.js';

const PIN = '258036';
const { as, db, org } = await testApp();
const cashier = as('cashier');
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
const aRichShopper = async (pin: string) => {
  const pinHash = await hashPin(pin);
  const options = { ...at, levelId: org.levelIds.ordinary, principalCents: 1000_00, pinHash };
  return db.write((tx) => aShopper(tx, options));
};

/** A sale of 300.00 from a wallet, with the PIN that its card seems to ask for. */
async function sale(cardNo: string) {
  const tea = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: 300_00 }));
  const body = {
    cardNo,
    lines: [{ productId: tea.id, qtyMilli: 1000, unitPriceCents: 300_00 }],
    tenders: [{ tender: 'wallet', amountCents: 300_00 }],
    dueCents: 300_00,
    pin: PIN,
  };
  return () => cashier.post('/api/v1/sales', body, { key: randomUUID() });
}

/** Changes the card after the sale has looked at it and judged the PIN, before the sale has it. */
async function meanwhile(
  cardNo: string,
  sell: Awaited<ReturnType<typeof sale>>,
  change: (tx: Tx) => Promise<unknown>,
) {
  const { answer } = await db.write(async (tx) => {
    await tx.query('SELECT FROM card WHERE card_no = $1 FOR UPDATE', [cardNo]);
    const selling = sell();
    for (let waiting = 0; waiting === 0;) {
      ({ waiting } = await db.one<{ waiting: number }>(
        `SELECT count(*) AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      ));
    }
    await change(tx);
    return { answer: selling };
  });
  return answer;
}

const balanceOf = async (memberId: number) =>
  (await cashier.get(`/api/v1/members/${memberId}`)).body.wallet.spendableCents;

describe('the PIN that was judged', () => {
  it('is nobody’s for a card that was unknown at the first look', async () => {
    const member = await aRichShopper(PIN);
    const { cardNo } = await aPrintedCard(db, { storeId: org.renminId });
    const answer = await meanwhile(cardNo, await sale(cardNo), (tx) =>
      tx.query(
        `UPDATE card SET status = 'active', stock_state = NULL, member_id = $2, wallet_id = $3 WHERE card_no = $1`,
        [cardNo, member.memberId, member.walletId],
      ),
    );
    expect(answer.body.code).toBe('member.pin_required');
    expect(await balanceOf(member.memberId)).toBe(1000_00);
  });

  it('is the one of whoever’s wallet pays when the sale has the card', async () => {
    const shown = await aRichShopper(PIN);
    const other = await aRichShopper('975310');
    const answer = await meanwhile(shown.cardNo, await sale(shown.cardNo), (tx) =>
      tx.query('UPDATE card SET wallet_id = $2 WHERE card_no = $1', [shown.cardNo, other.walletId]),
    );
    expect(answer.body.code).toBe('member.pin_required');
    expect(await balanceOf(other.memberId)).toBe(1000_00);
  });

  it('pays where nothing changed meanwhile', async () => {
    const member = await aRichShopper(PIN);
    const answer = await meanwhile(member.cardNo, await sale(member.cardNo), () =>
      Promise.resolve(),
    );
    expect(answer.status).toBe(201);
    expect(await balanceOf(member.memberId)).toBe(700_00);
  });
});

describe('the day’s limit of a family card', () => {
  it('holds at two tills at once', async () => {
    const owner = await aRichShopper('975310');
    const holder = await aRichShopper(PIN);
    await db.query('UPDATE card SET wallet_id = $2, day_limit_cents = 50000 WHERE id = $1', [
      holder.cardId,
      owner.walletId,
    ]);
    const [one, two] = [await sale(holder.cardNo), await sale(holder.cardNo)];
    const answers = await Promise.all([one(), two()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await balanceOf(owner.memberId)).toBe(700_00);
    expect(await balanceOf(holder.memberId)).toBe(1000_00);
  });
});
