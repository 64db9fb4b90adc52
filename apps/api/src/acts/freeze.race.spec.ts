import { randomUUID } from 'node:crypto';
import { type TestAnswer, testApp, type TestBrowser } from '#workshop/testing';
import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import {
  aMember,
  type FixtureMember,
} from '../../../../libs/membership/members/members.fixtures.js';
import { toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { aCounter, approval, identity } from './counter.fixtures.js';

// Four tills pay with one card without pause: what ends the card or its wallet comes next, not last.
const api = await testApp();
const { db, org } = api;
const { manager, serviceId } = await aCounter(api);
const tills = [api.as('manager'), api.as('head'), api.as('manager'), api.as('cashier')];
beforeAll(async () => {
  for (const [index, till] of tills.entries()) {
    const tillId = index % 2 ? org.binjiangTillId : org.renminTillId;
    await till.sitAt(tillId);
  }
  await tills[3]?.sitAt(org.renminTillId);
});

const key = () => ({ key: randomUUID() });

/**
 * While the request is on its way to the line, each till may pay a few times more; then only those who stand before it, one
 * of each till. Where the line is passed, it is hundreds.
 */
const AT_MOST = 6 * tills.length;

interface Saver extends FixtureMember {
  cardNo: string;
}

async function aRichSaver(): Promise<Saver> {
  const member = await aMember(db);
  await toppedUp(db, member, { principalCents: 10_000_00, storeId: org.renminId });
  return { ...member, ...(await anActiveCard(db, member)) };
}

const pay = (till: TestBrowser, cardNo: string) =>
  till.post(
    '/api/v1/sales',
    {
      cardNo,
      lines: [{ productId: serviceId, qtyMilli: 1_000, unitPriceCents: 1 }],
      tenders: [{ tender: 'wallet', amountCents: 1 }],
      dueCents: 1,
    },
    key(),
  );

async function salesWith(cardNo: string): Promise<number> {
  const { count } = await db.one<{ count: number }>(
    'SELECT count(*) AS count FROM sale s JOIN card c ON c.id = s.card_id WHERE c.card_no = $1',
    [cardNo],
  );
  return count;
}

/** Pays at four tills until `act` is answered, and for two more rounds. */
async function whileFourTillsPay({ cardNo }: Saver, act: () => Promise<TestAnswer>) {
  const paid = { before: 0, meanwhile: 0 };
  let asked = false;
  let answered = false;
  const warm = Promise.withResolvers<void>();
  const loops = tills.map(async (till) => {
    const codes: unknown[] = [];
    for (let more = 2, left = 300; more > 0 && left > 0; more -= answered ? 1 : 0, left -= 1) {
      const { status, body } = await pay(till, cardNo);
      if (status !== 201) codes.push(body.code);
      else paid[asked ? 'meanwhile' : 'before'] += answered ? 0 : 1;
      if (paid.before >= 12) warm.resolve();
    }
    return codes;
  });
  await Promise.race([warm.promise, Promise.all(loops)]);
  asked = true;
  const answer = await act();
  answered = true;
  const sold = await salesWith(cardNo);
  const refused = [...new Set((await Promise.all(loops)).flat())];
  return {
    answer,
    meanwhile: paid.meanwhile,
    soldAfterwards: (await salesWith(cardNo)) - sold,
    refused,
  };
}

const ends: Record<string, { refused: string[]; act: (saver: Saver) => Promise<TestAnswer> }> = {
  'a loss': {
    refused: ['card.lost'],
    act: ({ cardNo }) => manager.post(`/api/v1/cards/${cardNo}/lost`, {}, key()),
  },
  'a replacement': {
    refused: ['card.not_active'],
    act: ({ cardNo }) =>
      manager.post(
        `/api/v1/cards/${cardNo}/replacement`,
        { feeCents: 0, identity, approval },
        key(),
      ),
  },
};

// What the first request of a kind costs is no part of the line.
beforeAll(async () => {
  const saver = await aRichSaver();
  await ends['a loss']?.act(saver);
});

it.each(Object.entries(ends))(
  '%s is answered within six rounds of four tills, and nobody pays afterwards',
  async (_, { act, refused }) => {
    const saver = await aRichSaver();
    const seen = await whileFourTillsPay(saver, () => act(saver));
    expect(seen.answer.status).toBeLessThan(300);
    expect(seen.meanwhile).toBeLessThanOrEqual(AT_MOST);
    expect(seen).toMatchObject({ soldAfterwards: 0, refused });
  },
);

it('one of two cards is closed within six rounds of four tills that pay with it', async () => {
  const saver = await aRichSaver();
  await anActiveCard(db, { memberId: saver.memberId });
  const seen = await whileFourTillsPay(saver, () =>
    manager.post(
      `/api/v1/cards/${saver.cardNo}/closing`,
      { tender: 'cash', identity, approval },
      key(),
    ),
  );
  expect(seen.answer.body).toMatchObject({ paidCents: 0 });
  expect(seen.meanwhile).toBeLessThanOrEqual(AT_MOST);
  expect(seen).toMatchObject({ soldAfterwards: 0, refused: ['card.not_active'] });
});

it('a member is merged within six rounds of four tills that pay; the card goes on with the survivor', async () => {
  const [saver, survivor] = [await aRichSaver(), await aMember(db)];
  const seen = await whileFourTillsPay(saver, () =>
    manager.post(
      `/api/v1/members/${survivor.memberId}/merge`,
      { mergedMemberId: saver.memberId },
      key(),
    ),
  );
  expect(seen.answer.status).toBe(201);
  expect(seen.meanwhile).toBeLessThanOrEqual(AT_MOST);
});
