import { randomUUID } from 'node:crypto';
import { ACTS, send } from './act-samples.fixtures.js';
import type { Place } from './place.fixtures.js';

/** What lies at a store after every act was done there once: ids by the kind of paper, and whatever else a path names. */
export type World = Record<string, string | number>;

/** From which act each paper comes, and how its answer calls it. */
const PAPERS: Record<string, readonly [act: string, field: string]> = {
  sale: ['POST /sales', 'saleId'],
  saleReturn: ['POST /sales/:id/returns', 'returnId'],
  topUp: ['POST /members/:id/top-ups', 'topUpId'],
  payout: ['POST /members/:id/withdrawals', 'payoutId'],
  adjustment: ['POST /members/:id/wallet-adjustments', 'adjustmentId'],
  charge: ['POST /members/:id/cards', 'chargeId'],
  cardStock: ['POST /card-stock/receipts', 'id'],
  approval: ['POST /approvals', 'requestId'],
  campaign: ['POST /campaigns', 'campaignId'],
  rule: ['POST /top-up-rules', 'id'],
  range: ['POST /card-ranges', 'id'],
  statement: ['POST /members/:id/statements', 'code'],
  member: ['POST /members', 'memberId'],
  card: ['POST /members', 'cardNo'],
  import: ['POST /imports/:id/commit', 'importId'],
};

export async function aWorld(place: Place): Promise<World> {
  const answers: Record<string, Record<string, string | number>> = {};
  for (const [name, act] of Object.entries(ACTS)) {
    const answer = await send(place[act.by], act.method ?? 'POST', await act.ask(place));
    if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.text}`);
    answers[name] = answer.body as Record<string, string | number>;
  }
  const world: World = {};
  for (const [kind, [act, field]] of Object.entries(PAPERS)) {
    const id = answers[act]?.[field];
    if (id === undefined) throw new Error(`${act} says no ${field}`);
    world[kind] = id;
  }
  return { ...world, ...(await records(place, world)) };
}

/** What is no command: a segment, a template, an export, somebody to call back. */
async function records({ desk, head, storeId }: Place, world: World): Promise<World> {
  const made = async (path: string, body: object, field = 'id', who = desk): Promise<number> => {
    const answer = await who.post(`/api/v1${path}`, body, { key: randomUUID() });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body[field] as number;
  };
  const name = `名 ${storeId}`;
  const filter = { match: 'all', conditions: [] };
  const november = { from: '2026-11-01', to: '2026-11-30' };
  return {
    segment: await made('/segments', { name, filter, visibility: 'private' }),
    sharedSegment: await made('/segments', { name: `共${name}`, filter, visibility: 'shared' }),
    template: await made('/message-templates', { name, body: '您好' }, 'id', head),
    contact: await made(`/members/${world['member']}/contacts`, { channel: 'phone', body: '约' }),
    export: await made('/reports/consumption-detail/exports', {
      filters: november,
      format: 'xlsx',
      locale: 'zh-CN',
    }),
  };
}
