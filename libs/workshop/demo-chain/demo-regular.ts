import { TopUpsService } from '#value/wallets';
import type { DemoActs } from './demo-acts.js';

/** 周若彤, whom the guide and the pictures show, comes this morning and fills her wallet. */
export async function demoRegular({ service, actor, key }: DemoActs): Promise<void> {
  const input = { amountCents: 1000_00, tender: 'wechat' as const, acceptLimit: true };
  await service(TopUpsService).topUp(actor('cashier'), 1, input, key());
}
