import { businessDateOf, type Tx } from '#kernel';
import { takeCards } from '#membership/cards';
import {
  actMany,
  type BatchAct,
  bonusOf,
  type Books,
  House,
  Ledger,
  pointsOf,
  principalOf,
} from '#ledger';
import { takeMembers, type TakenMember } from '#membership/members';
import { PointsService, type PointsTerms } from '#value/points';
import { Injectable } from '@nestjs/common';
import type { MemberVerdict, StoreClockRow } from './import-judging.js';
import type { ImportRecord } from './import-row.rules.js';
import { MemberRowsRepository, type RowDocument } from './member-rows.repository.js';
import { memberNoKey } from './row-identity.js';

export interface IntakeFacts {
  importId: number;
  source: string;
  staffId: number;
  at: Date;
  stores: ReadonlyMap<number, StoreClockRow>;
  /** For points whose file says nothing about their end, by business date. */
  pointsTerms: ReadonlyMap<string, PointsTerms>;
}

interface Taken {
  verdict: MemberVerdict;
  record: ImportRecord;
  memberId: number;
  walletId: number;
  cardId: number | null;
  businessDate: string;
}

/** Takes rows over: members, cards, opening balances and the document of each, in the transaction of the caller. */
@Injectable()
export class ImportIntake {
  constructor(
    private readonly ledger: Ledger,
    private readonly points: PointsService,
    private readonly rows: MemberRowsRepository,
  ) {}

  /** Settings have a connection of their own: asked before a transaction begins. */
  async pointsTerms(
    stores: ReadonlyMap<number, StoreClockRow>,
    at: Date,
  ): Promise<Map<string, PointsTerms>> {
    const dates = new Set([...stores.values()].map((store) => businessDateOf(at, store)));
    return new Map(
      await Promise.all(
        [...dates].map(async (date) => [date, await this.points.giftPointsTerms(date)] as const),
      ),
    );
  }

  async take(tx: Tx, verdicts: readonly MemberVerdict[], facts: IntakeFacts): Promise<void> {
    const taken = await this.people(tx, verdicts, facts);
    const entries = new Map<number, number>();
    // Stores may stand on two business dates at one moment; accounts of new members are nobody else's.
    for (const date of new Set(taken.map(({ businessDate }) => businessDate))) {
      const moving = taken.filter(
        ({ businessDate, record }) =>
          businessDate === date && record.principalCents + record.bonusCents + record.points > 0,
      );
      const acts = moving.map((row) => openingAct(row, facts));
      const ids = await actMany(this.ledger, tx, acts);
      moving.forEach(({ memberId }, index) => entries.set(memberId, ids[index] ?? 0));
    }
    await this.rows.insertDocuments(
      tx,
      taken.map((row) => documentOf(row, entries.get(row.memberId) ?? null, facts.source)),
      facts,
    );
  }

  private async people(
    tx: Tx,
    verdicts: readonly MemberVerdict[],
    { staffId, at, stores }: IntakeFacts,
  ): Promise<Taken[]> {
    const ids = await takeMembers(
      tx,
      verdicts.map(({ judged }) => memberOf(judged.record)),
      staffId,
    );
    const rows = verdicts.map((verdict, index): Taken => {
      const { record } = verdict.judged;
      const store = stores.get(record.storeId);
      if (!store) throw new Error(`the store ${record.storeId} is not there any more`);
      const { memberId = 0, walletId = 0 } = ids[index] ?? {};
      const businessDate = businessDateOf(at, store);
      return { verdict, record, memberId, walletId, cardId: null, businessDate };
    });
    const withCard = rows.filter(({ record }) => record.cardNo !== null);
    const cardIds = await takeCards(
      tx,
      withCard.map(({ record, memberId, walletId }) => ({
        cardNo: record.cardNo ?? '',
        memberId,
        walletId,
        storeId: record.storeId,
        status: record.cardStatus,
        issuedOn: record.joinedOn,
        expiresOn: record.cardExpiresOn,
      })),
    );
    withCard.forEach((row, index) => (row.cardId = cardIds[index] ?? null));
    return rows;
  }
}

function memberOf(record: ImportRecord): TakenMember {
  const { name, nickname, phone, gender, birthday, note, levelId, joinedOn, tags } = record;
  return {
    name,
    nickname,
    phone,
    gender,
    birthdayCalendar: birthday?.calendar ?? null,
    birthYear: birthday?.year ?? null,
    birthMonth: birthday?.month ?? null,
    birthDay: birthday?.day ?? null,
    birthLeapMonth: birthday?.leapMonth ?? false,
    note,
    levelId,
    homeStoreId: record.storeId,
    joinedOn,
    earlierSpendCents: record.spendCents,
    tags,
  };
}

/** What a member brings: each balance a lot of their store and joining date, against the opening balances. */
function openingAct(row: Taken, facts: IntakeFacts): BatchAct {
  const { record, memberId, walletId, businessDate, verdict } = row;
  const { principalCents, bonusCents, points, storeId } = record;
  const accounts = [
    ...(principalCents ? [principalOf(walletId)] : []),
    ...(bonusCents ? [bonusOf(walletId)] : []),
    ...(points ? [pointsOf(memberId)] : []),
  ];
  const against = House.openingBalances(storeId);
  const origin = { storeId, on: record.joinedOn };
  const terms = facts.pointsTerms.get(businessDate);
  return {
    act: {
      kind: 'import_opening',
      businessDate,
      at: facts.at,
      storeId,
      homeStoreId: storeId,
      cardStoreId: record.cardNo ? storeId : null,
      staffId: facts.staffId,
      memberId,
      document: { kind: 'import_row', no: `${facts.importId}-${verdict.lineNo}` },
      accounts,
    },
    plan: (books: Books) => {
      if (principalCents) books.grant(principalOf(walletId), principalCents, { against, origin });
      if (bonusCents)
        books.grant(bonusOf(walletId), bonusCents, {
          against,
          origin,
          gifted: true,
          expiresOn: record.bonusExpiresOn,
        });
      if (points)
        books.grant(pointsOf(memberId), points, {
          against,
          origin,
          terms: terms?.terms ?? 'gift',
          gifted: true,
          expiresOn: record.pointsExpiresOn ?? terms?.expiresOn ?? null,
        });
    },
  };
}

function documentOf(row: Taken, entryId: number | null, source: string): RowDocument {
  const { verdict, record, memberId, cardId, businessDate } = row;
  const { principalCents, bonusCents, points, spendCents, storeId, memberNo } = record;
  return {
    rowKey: verdict.key,
    memberNoKey: memberNo ? memberNoKey(source, memberNo) : null,
    fingerprint: verdict.fingerprint,
    lineNo: verdict.lineNo,
    memberId,
    cardId,
    storeId,
    businessDate,
    entryId,
    principalCents,
    bonusCents,
    points,
    spendCents,
  };
}
