import { Settings } from '#chain/settings';
import { ActNotices } from '../../../../libs/contact/messaging/act-notices.js';
import { ActSender } from '../../../../libs/contact/messaging/act-sender.js';
import { Gateway } from '../../../../libs/contact/messaging/gateway.js';
import { MessagesRepository } from '../../../../libs/contact/messaging/messages.repository.js';
import { aMember } from '../../../../libs/membership/members/members.fixtures.js';
import {
  aJob,
  aRunner,
  confirmed,
  ListeningDriver,
  readers,
} from '../../../../libs/contact/segments/campaigns/campaigns.fixtures.js';
import { ACTS, send } from './act-samples.fixtures.js';
import { done, refusal, type SettingCase, type SettingChain } from './setting-chain.fixtures.js';

const { jest } = import.meta;

/** What members are told after an act that has just been done. */
const told = (route: string): SettingCase<boolean> => ({
  values: [true, false],
  async shows(chain, wanted) {
    const { here, sent, notices } = listening(chain);
    const act = ACTS[route];
    if (!act) throw new Error(route);
    const sample = await act.ask(here);
    const { id: last } = await chain.db.one<{ id: number }>(
      'SELECT coalesce(max(id), 0) AS id FROM outbox',
    );
    await done(send(here[act.by], act.method ?? 'POST', sample));
    const { topic, payload } = await chain.db.one<{ topic: string; payload: object }>(
      'SELECT topic, payload FROM outbox WHERE id > $1 ORDER BY id DESC LIMIT 1',
      [last],
    );
    await notices.tell(payload, job(), topic);
    expect(sent.length > 0).toBe(wanted);
  },
});

let jobs = 1_000_000;
const job = () => ({ ...aJob(), outboxId: (jobs += 1) });

function listening({ place, clock, db }: SettingChain) {
  const driver = new ListeningDriver();
  const gateway = new Gateway(db, driver, clock);
  const sender = new ActSender(db, new MessagesRepository(), place.api.app.get(Settings), gateway);
  const notices = new ActNotices(db, sender);
  return { here: place, sent: driver.sent, notices };
}

/** A text as one member would get it. */
async function preview(chain: SettingChain): Promise<string> {
  await aMember(chain.db, { storeId: chain.place.storeId });
  const { text } = await done<{ text: string }>(
    chain.ask('/message-templates/preview', { body: '您好' }),
  );
  return text;
}

/** What a campaign would be at an hour of tomorrow, by the clock of the store. */
async function campaign(chain: SettingChain, time = '12:00:00'): Promise<Record<string, number>> {
  const memberIds = await readers(chain.db, 1, { storeId: chain.place.storeId });
  const scheduledAt = new Date(`2026-11-24T${time}+08:00`).toISOString();
  return done(chain.ask('/campaigns/preview', { memberIds, body: '您好', scheduledAt }));
}
const hour = (of: number, rest = '00:00') => `${String((of + 24) % 24).padStart(2, '0')}:${rest}`;

/** A session that was last seen, or began, so long ago. */
async function sessionAged(
  chain: SettingChain,
  column: 'created_at' | 'last_seen_at',
  seconds: number,
): Promise<number> {
  const head = chain.place.api.as('head');
  await head.get('/api/v1/session');
  await chain.db.query(
    `UPDATE session SET ${column} = $1::timestamptz - make_interval(secs => $2) WHERE id = (SELECT max(id) FROM session)`,
    [chain.clock.now(), seconds],
  );
  return (await head.get('/api/v1/session')).status;
}

/** A wrong password after so many, the last of them so long ago. */
async function guessed(
  chain: SettingChain,
  failures: number,
  secondsAgo: number,
): Promise<string | null> {
  await chain.db.query('DELETE FROM login_attempt');
  await chain.db.query(
    `INSERT INTO login_attempt (login, address, at) SELECT 'head', '203.0.113.9', $1::timestamptz - make_interval(secs => $3) FROM generate_series(1, $2)`,
    [chain.clock.now(), failures, secondsAgo],
  );
  const guess = { login: 'head', password: 'wrong-password' };
  const from = { remoteAddress: '203.0.113.9' };
  return refusal(chain.place.api.browser().post('/api/v1/session', guess, from));
}

/** A question after so many numbers that nobody has. */
const missed = (
  scope: 'staff' | 'till' | 'chain',
  values: readonly [number, number],
): SettingCase<number> => ({
  values,
  async shows(chain, limit) {
    const { phone } = await aMember(chain.db);
    const subject = { staff: chain.place.staffId, till: chain.place.tillId, chain: 0 }[scope];
    const after = async (misses: number) => {
      await chain.db.query('DELETE FROM lookup_miss');
      await chain.db.query(
        `INSERT INTO lookup_miss (scope, subject_id, minute_from, minute_misses, hour_from, hour_misses) VALUES ($1, $2, $3, $4, $3, $4)`,
        [scope, subject, chain.clock.now(), misses],
      );
      return refusal(chain.place.desk.get(`/api/v1/members/lookup?q=${phone}`));
    };
    expect(await after(limit - 1)).toBeNull();
    expect(await after(limit)).toBe('member.too_many_lookups');
  },
});

/** Now is noon of 23 November 2026. */
export const HOUSE_CASES = {
  'receipt.print': {
    values: ['always', 'never', 'ask'],
    async shows(chain, how) {
      const { body } = await chain.place.desk.get('/api/v1/session');
      expect(body.settings).toMatchObject({ receiptPrint: how });
    },
  } satisfies SettingCase<string>,
  'receipt.footer': {
    values: ['谢谢惠顾', '欢迎再来'],
    async shows(chain, footer) {
      const { saleId } = await done<{ saleId: number }>(chain.sale(1_00));
      const { body } = await chain.place.desk.get(`/api/v1/sales/${saleId}`);
      expect(JSON.stringify(body)).toContain(footer);
    },
  } satisfies SettingCase<string>,
  'session.idle_minutes': {
    values: [41, 23],
    async shows(chain, minutes) {
      expect(await sessionAged(chain, 'last_seen_at', minutes * 60 - 1)).toBe(200);
      expect(await sessionAged(chain, 'last_seen_at', minutes * 60)).toBe(401);
    },
  } satisfies SettingCase<number>,
  'session.absolute_hours': {
    values: [19, 8],
    async shows(chain, hours) {
      expect(await sessionAged(chain, 'created_at', hours * 3_600 - 1)).toBe(200);
      expect(await sessionAged(chain, 'created_at', hours * 3_600)).toBe(401);
    },
  } satisfies SettingCase<number>,
  'session.failures': {
    values: [12, 9],
    async shows(chain, failures) {
      expect(await guessed(chain, failures - 1, 1)).toBe('session.wrong_credentials');
      expect(await guessed(chain, failures, 1)).toBe('session.too_many_attempts');
    },
  } satisfies SettingCase<number>,
  'session.failure_minutes': {
    values: [27, 16],
    async shows(chain, minutes) {
      expect(await guessed(chain, 20, minutes * 60 - 1)).toBe('session.too_many_attempts');
      expect(await guessed(chain, 20, minutes * 60)).toBe('session.wrong_credentials');
    },
  } satisfies SettingCase<number>,
  'sms.signature': {
    values: ['甲店', '乙店'],
    shows: async (chain, name) => expect(await preview(chain)).toMatch(new RegExp(`^【${name}】`)),
  } satisfies SettingCase<string>,
  'sms.opt_out_text': {
    values: ['退订回T', '退订回N'],
    shows: async (chain, text) => expect((await preview(chain)).endsWith(text)).toBe(true),
  } satisfies SettingCase<string>,
  'sms.on_top_up': told('POST /members/:id/top-ups'),
  'sms.on_wallet_debit': told('POST /sales'),
  'sms.on_withdrawal': told('POST /members/:id/withdrawals'),
  'sms.on_transfer': told('POST /members/:id/transfers'),
  'sms.on_refund': told('POST /members/:id/wallet-refunds'),
  'sms.on_adjustment': told('POST /members/:id/points-adjustments'),
  'sms.on_top_up_reversal': told('POST /top-ups/:id/reversal'),
  'sms.on_merge': told('POST /members/:id/merge'),
  'sms.on_sale_void': told('POST /sales/:id/void'),
  'sms.on_sale_return': told('POST /sales/:id/returns'),
  'sms.on_payout_reversal': told('POST /payouts/:id/reversal'),
  'sms.on_pin': told('POST /members/:id/pin/reset'),
  'sms.on_identity': told('PUT /members/:id/identity'),
  'sms.on_phone_change': {
    values: [true, false],
    async shows(chain, wanted) {
      const { sent, notices } = listening(chain);
      const { memberId, phone } = await aMember(chain.db);
      const change = { phone: null, version: 1 };
      await done(chain.place.desk.patch(`/api/v1/members/${memberId}`, change));
      const { payload } = await chain.db.one<{ payload: object }>(
        'SELECT payload FROM outbox ORDER BY id DESC LIMIT 1',
      );
      await notices.tell(payload, job(), 'member.phone_changed');
      expect(sent.map((sms) => sms.phone)).toEqual(wanted ? [phone] : []);
    },
  } satisfies SettingCase<boolean>,
  'sms.on_card': told('POST /cards/:cardNo/lost'),
  'sms.quiet_from_hour': {
    values: [22, 18],
    async shows(chain, from) {
      expect((await campaign(chain, hour(from - 1, '59:59')))['waiting']).toBe(0);
      expect((await campaign(chain, hour(from)))['waiting']).toBe(1);
    },
  } satisfies SettingCase<number>,
  'sms.quiet_to_hour': {
    values: [5, 10],
    async shows(chain, to) {
      expect((await campaign(chain, hour(to - 1, '59:59')))['waiting']).toBe(1);
      expect((await campaign(chain, hour(to)))['waiting']).toBe(0);
    },
  } satisfies SettingCase<number>,
  'sms.price_per_part_mills': {
    values: [610, 830],
    async shows(chain, mills) {
      const { parts = 0, costCents } = await campaign(chain);
      expect(costCents).toBe((parts * mills) / 10);
    },
  } satisfies SettingCase<number>,
  'sms.per_second': {
    values: [211, 307],
    async shows(chain, perSecond) {
      const members = await readers(chain.db, 1, { storeId: chain.place.storeId });
      const campaignId = await confirmed(chain.place.desk, members);
      const turns = jest.spyOn(Gateway.prototype, 'turns');
      await aRunner(chain.place.api, new ListeningDriver(), chain.clock).run(
        { campaignId },
        aJob(),
      );
      const asked = new Set(turns.mock.calls.map(([, speed]) => speed));
      turns.mockRestore();
      expect([...asked]).toEqual([perSecond]);
    },
  } satisfies SettingCase<number>,
  'card.misses_per_person': missed('staff', [33, 25]),
  'card.misses_per_till': missed('till', [71, 49]),
  'card.misses_per_chain': missed('chain', [577, 413]),
  'approval.request_minutes': {
    values: [34, 47],
    async shows(chain, minutes) {
      const { memberId: subjectId } = await aMember(chain.db);
      const asked = await done<{ expiresAt: string }>(
        chain.ask('/approvals', {
          ...{ kind: 'wallet.withdraw', subjectKind: 'member', subjectId },
          ...{ storeId: chain.place.storeId, amountCents: 1, facts: {} },
        }),
      );
      const lasts = new Date(asked.expiresAt).getTime() - chain.clock.now().getTime();
      expect(lasts).toBe(minutes * 60_000);
    },
  } satisfies SettingCase<number>,
};
