import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../../../membership/cards/cards.fixtures.js';
import { aShopper, shelved, type Shopper } from '../sales.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as } = await testApp({ clock });
const cashier = as('cashier');
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
const YESTERDAY = '2026-11-21';
const TODAY = '2026-11-22';

const aGoldShopper = (): Promise<Shopper> =>
  db.write((tx) =>
    aShopper(tx, { ...at, levelId: org.levelIds.gold, principalCents: 50_00, bonusCents: 50_00 }),
  );
const endsOn = (shopper: Shopper, day: string) =>
  db.query('UPDATE card SET expires_on = $2 WHERE id = $1', [shopper.cardId, day]);

/** A tea for ¥20: who names the card, or only the member; how much of it the wallet pays. */
async function buyTea(who: object, dueCents: number, walletCents: number) {
  const tea = await db.write((tx) => shelved(tx, at, { priceCents: 20_00 }));
  const rest = dueCents - walletCents;
  return cashier.post(
    '/api/v1/sales',
    {
      ...who,
      lines: [{ productId: tea.id, qtyMilli: 1000, unitPriceCents: 20_00 }],
      tenders: [
        ...(walletCents ? [{ tender: 'wallet', amountCents: walletCents }] : []),
        ...(rest ? [{ tender: 'cash', amountCents: rest }] : []),
      ],
      dueCents,
    },
    { key: randomUUID() },
  );
}

describe('a card past its last day', () => {
  it('gives no level price and no points, but its principal is spent as ever', async () => {
    const shopper = await aGoldShopper();
    await endsOn(shopper, YESTERDAY);
    const answer = await buyTea({ cardNo: shopper.cardNo }, 20_00, 20_00);
    expect(answer.body).toMatchObject({
      dueCents: 20_00,
      principalCents: 20_00,
      bonusCents: 0,
      pointsEarned: 0,
      principalAfterCents: 30_00,
      bonusAfterCents: 50_00,
    });
  });

  it('keeps the bonus until it is extended, and says how much principal there is', async () => {
    const shopper = await aGoldShopper();
    await endsOn(shopper, YESTERDAY);
    const { cardNo } = shopper;
    await buyTea({ cardNo }, 20_00, 20_00);
    await buyTea({ cardNo }, 20_00, 20_00);
    expect(await buyTea({ cardNo }, 20_00, 20_00)).toMatchObject({
      status: 409,
      body: { code: 'card.bonus_rests', params: { principalCents: 10_00 } },
    });
    const manager = as('manager');
    const later = { expiresOn: '2027-11-22', reason: '续期' };
    await manager.post(`/api/v1/cards/${cardNo}/extension`, later, { key: randomUUID() });
    expect((await buyTea({ cardNo }, 18_00, 18_00)).body).toMatchObject({ dueCents: 18_00 });
  });

  it('is good through its last day', async () => {
    const shopper = await aGoldShopper();
    await endsOn(shopper, TODAY);
    expect((await buyTea({ cardNo: shopper.cardNo }, 18_00, 0)).body).toMatchObject({
      dueCents: 18_00,
      pointsEarned: 18,
    });
  });

  it('is not got around by the phone number, but by another card that lasts', async () => {
    const { memberId, ...shopper } = await aGoldShopper();
    await endsOn({ memberId, ...shopper }, YESTERDAY);
    expect((await buyTea({ memberId }, 20_00, 0)).body).toMatchObject({ dueCents: 20_00 });
    await anActiveCard(db, { memberId });
    expect((await buyTea({ memberId }, 18_00, 0)).body).toMatchObject({ dueCents: 18_00 });
  });
});
