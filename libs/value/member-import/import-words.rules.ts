// What the previous systems write in columns of words, in the form of wordKey.

export type ImportedCardStatus = 'active' | 'lost' | 'replaced' | 'closed';

export const GENDER_WORDS: Readonly<Record<string, 'female' | 'male' | 'unknown'>> = {
  男: 'male',
  男士: 'male',
  先生: 'male',
  m: 'male',
  male: 'male',
  女: 'female',
  女士: 'female',
  小姐: 'female',
  f: 'female',
  female: 'female',
  未知: 'unknown',
  保密: 'unknown',
  不详: 'unknown',
  unknown: 'unknown',
};

export const LUNAR_WORDS: Readonly<Record<string, boolean>> = {
  是: true,
  农历: true,
  阴历: true,
  lunar: true,
  yes: true,
  y: true,
  true: true,
  '1': true,
  否: false,
  公历: false,
  阳历: false,
  新历: false,
  国历: false,
  solar: false,
  no: false,
  n: false,
  false: false,
  '0': false,
};

/** 'unissued': a printed card that nobody has yet. It is no member's, so it is no row of this import. */
export const CARD_STATE_WORDS: Readonly<Record<string, ImportedCardStatus | 'unissued'>> = {
  正常: 'active',
  启用: 'active',
  已启用: 'active',
  在用: 'active',
  使用中: 'active',
  有效: 'active',
  已激活: 'active',
  激活: 'active',
  已过期: 'active',
  过期: 'active',
  normal: 'active',
  active: 'active',
  expired: 'active',
  挂失: 'lost',
  已挂失: 'lost',
  丢失: 'lost',
  遗失: 'lost',
  冻结: 'lost',
  锁定: 'lost',
  lost: 'lost',
  frozen: 'lost',
  已换卡: 'replaced',
  换卡: 'replaced',
  已补卡: 'replaced',
  补卡: 'replaced',
  replaced: 'replaced',
  注销: 'closed',
  已注销: 'closed',
  退卡: 'closed',
  已退卡: 'closed',
  停用: 'closed',
  已停用: 'closed',
  作废: 'closed',
  无效: 'closed',
  closed: 'closed',
  cancelled: 'closed',
  未激活: 'unissued',
  未发卡: 'unissued',
  未开卡: 'unissued',
  库存: 'unissued',
  unissued: 'unissued',
};

/** How words of levels and stores are compared. */
export function wordKey(word: string): string {
  return word.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
