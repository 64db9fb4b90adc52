import { hashStaffPin } from '#chain/approvals';
import type { Db } from '#kernel';
import { STANDARD_ROLES, insertRole } from '#chain/identity';
import { aStaffMember } from '../../chain/identity/identity.fixtures.js';
import { aStore, aTill } from '../../chain/stores/stores.fixtures.js';

/** A small chain: head office, two branches with a till each, three levels, somebody in each role. */
export interface Organisation {
  headOfficeId: number;
  /** RM 人民路店: its day ends at 5 in the morning. */
  renminId: number;
  /** BJ 滨江店: its day ends at midnight. */
  binjiangId: number;
  renminTillId: number;
  binjiangTillId: number;
  roleIds: Record<'head_office' | 'manager' | 'cashier', number>;
  /** head: all stores; manager: both branches; cashier: RM only. */
  staffIds: Record<'head' | 'manager' | 'cashier', number>;
  /** Pay rates 100 %, 95 %, 90 %; a point a yuan. */
  levelIds: Record<'ordinary' | 'silver' | 'gold', number>;
}

/** By which head and manager approve. */
export const STAFF_PIN = '246810';
let pinHash: Promise<string> | undefined;

const LEVELS = [
  { code: 'ordinary', name: '普通', payRateBps: 10_000 },
  { code: 'silver', name: '银卡', payRateBps: 9_500 },
  { code: 'gold', name: '金卡', payRateBps: 9_000 },
] as const;

export function anOrganisation(db: Db): Promise<Organisation> {
  return db.write(async (tx) => {
    const headOfficeId = await aStore(tx, { code: 'HO', name: '总部', type: 'head_office' });
    const renminId = await aStore(tx, {
      code: 'RM',
      name: '人民路店',
      region: '城中',
      cutoverHour: 5,
    });
    const binjiangId = await aStore(tx, {
      code: 'BJ',
      name: '滨江店',
      region: '城东',
      cutoverHour: 0,
    });
    const renminTillId = await aTill(tx, renminId);
    const binjiangTillId = await aTill(tx, binjiangId);
    await tx.query(
      `INSERT INTO card_range (store_id, prefix) VALUES ($1, '68000001'), ($2, '68000002')`,
      [renminId, binjiangId],
    );
    const levelIds = { ordinary: 0, silver: 0, gold: 0 };
    for (const [index, { code, name, payRateBps }] of LEVELS.entries()) {
      const { id } = await tx.one<{ id: number }>(
        'INSERT INTO level (code, name, rank, pay_rate_bps, points_per_yuan_bps) VALUES ($1, $2, $3, $4, 10000) RETURNING id',
        [code, name, index + 1, payRateBps],
      );
      levelIds[code] = id;
    }
    const roleIds = { head_office: 0, manager: 0, cashier: 0 };
    for (const role of STANDARD_ROLES)
      roleIds[role.code as keyof typeof roleIds] = await insertRole(tx, role);
    const branches = [renminId, binjiangId];
    const staffIds = {
      head: await aStaffMember(tx, {
        login: 'head',
        name: '钱总',
        homeStoreId: headOfficeId,
        storeIds: [],
        roleIds: [roleIds.head_office],
      }),
      manager: await aStaffMember(tx, {
        login: 'manager',
        name: '孙店长',
        homeStoreId: renminId,
        storeIds: branches,
        roleIds: [roleIds.manager],
      }),
      cashier: await aStaffMember(tx, {
        login: 'cashier',
        name: '小李',
        homeStoreId: renminId,
        roleIds: [roleIds.cashier],
      }),
    };
    for (const staffId of [staffIds.head, staffIds.manager]) {
      await tx.query('INSERT INTO staff_pin (staff_id, hash) VALUES ($1, $2)', [
        staffId,
        await (pinHash ??= hashStaffPin(STAFF_PIN)),
      ]);
    }
    return {
      headOfficeId,
      renminId,
      binjiangId,
      renminTillId,
      binjiangTillId,
      roleIds,
      staffIds,
      levelIds,
    };
  });
}
