import { randomUUID } from 'node:crypto';

export interface OtherTill {
  /** A member of the regular level with a PIN (135790), and a wallet of principal only. */
  member(yuan: number): Promise<{ id: number; name: string; phone: string }>;
  /** Sells while somebody else is in the middle of a sale. */
  sell(sale: {
    productId: number;
    pieces: number;
    priceCents: number;
    memberId?: number;
  }): Promise<void>;
}

/** Somebody at the second till of the same store, by the API alone: what happens behind the cashier's back. */
export async function openOtherTill(baseUrl: string): Promise<OtherTill> {
  let cookie = '';
  let phones = 10_098_000_000;
  async function ask<T>(method: string, path: string, body: unknown): Promise<T> {
    const answer = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        origin: baseUrl,
        'x-requested-with': 'shuke',
        'idempotency-key': randomUUID(),
        ...(cookie ? { cookie } : {}),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return (await answer.json()) as T;
  }
  const session = await ask<{ stores: { code: string; tills: { id: number }[] }[] }>(
    'POST',
    '/session',
    { login: 'rm2', password: 'shuke-demo' },
  );
  await ask('PUT', '/session/till', {
    takeOver: true,
    tillId: session.stores.find(({ code }) => code === 'RM')?.tills[1]?.id,
  });
  return {
    async member(yuan) {
      const phone = String((phones += 1));
      const name = `测试${phone.slice(-2)}`;
      const topUp = { amountCents: yuan * 100, tender: 'cash', ruleId: null, acceptLimit: true };
      const { memberId } = await ask<{ memberId: number }>('POST', '/members', {
        name,
        phone,
        pin: '135790',
        topUp,
      });
      return { id: memberId, name, phone };
    },
    async sell({ productId, pieces, priceCents, memberId }) {
      const dueCents = pieces * priceCents;
      const lines = [{ productId, qtyMilli: pieces * 1000, unitPriceCents: priceCents }];
      await ask('POST', '/sales', {
        memberId,
        lines,
        dueCents,
        tenders: [
          memberId
            ? { tender: 'wallet', amountCents: dueCents }
            : { tender: 'cash', amountCents: dueCents, givenCents: dueCents },
        ],
      });
    },
  };
}
