import {
  isMoreThan,
  mergedRecord,
  mergedAccount,
  moneyAtStake,
  needsConsent,
} from './merge.rules.js';

const blank = {
  name: null,
  nickname: null,
  phone: null,
  gender: 'unknown',
  birthdayCalendar: null,
  birthYear: null,
  birthMonth: null,
  birthDay: null,
  birthLeapMonth: false,
  birthdayPreference: null,
  note: null,
  preferences: null,
  custom: {},
  referrerId: null,
};
const ids = { survivor: 1, merged: 2 };

describe('the record after a merge', () => {
  it("keeps the survivor's facts and fills its gaps", () => {
    const survivor = { ...blank, name: '王芳', custom: { size: 'M' } };
    const merged = {
      ...blank,
      name: '王方',
      phone: '19900000000',
      gender: 'female',
      birthdayCalendar: 'lunar',
      birthMonth: 8,
      birthDay: 15,
      custom: { size: 'L', dog: true },
    };
    const { record, taken } = mergedRecord(survivor, merged, ids);
    expect(record).toMatchObject({
      name: '王芳',
      phone: '19900000000',
      gender: 'female',
      birthdayCalendar: 'lunar',
      birthMonth: 8,
      custom: { size: 'M', dog: true },
    });
    expect(taken).toEqual(['phone', 'gender', 'birthday', 'custom']);
  });

  it('takes a birthday whole or not at all', () => {
    const survivor = { ...blank, birthdayCalendar: 'solar', birthMonth: 1, birthDay: 2 };
    const merged = {
      ...blank,
      birthdayCalendar: 'lunar',
      birthYear: 1990,
      birthMonth: 3,
      birthDay: 4,
      birthLeapMonth: true,
    };
    expect(mergedRecord(survivor, merged, ids).record).toMatchObject({
      birthdayCalendar: 'solar',
      birthYear: null,
      birthLeapMonth: false,
    });
  });

  it('puts notes one below the other, and cuts nothing off', () => {
    const note = (ours: string | null, theirs: string | null) =>
      mergedRecord({ ...blank, note: ours }, { ...blank, note: theirs }, ids).record.note;
    expect(note('靠窗', '不辣')).toBe('靠窗\n不辣');
    expect(note(null, '不辣')).toBe('不辣');
    expect(note('靠窗，不辣', '不辣')).toBe('靠窗，不辣');
    expect(note('长'.repeat(400), '短'.repeat(200))).toBe('长'.repeat(400));
  });

  it('never lets a member refer itself', () => {
    const { record } = mergedRecord({ ...blank, referrerId: 2 }, { ...blank, referrerId: 1 }, ids);
    expect(record.referrerId).toBeNull();
    const other = mergedRecord({ ...blank, referrerId: 2 }, { ...blank, referrerId: 9 }, ids);
    expect(other.record.referrerId).toBe(9);
  });
});

describe('two accounts of one kind', () => {
  const stand = (balance: number, debt = 0, held = 0) => ({ balance, held, debt });
  it.each([
    ['value and value', stand(10), stand(5, 0, 3), stand(15, 0, 3)],
    ['debt of the other, repaid', stand(10), stand(0, 4), stand(6)],
    ['own debt, repaid', stand(0, 4), stand(10), stand(6)],
    ['more debt than value', stand(3), stand(0, 8), stand(0, 5)],
    ['held value repays nothing', stand(0, 4), stand(0, 0, 9), stand(0, 4, 9)],
  ])('%s', (_, ours, theirs, expected) => {
    expect(mergedAccount(ours, theirs)).toEqual(expected);
  });
});

describe('what is at stake in a merge', () => {
  const worth = (principalCents: number, points = 0) => ({
    principalCents,
    bonusCents: 0,
    points,
  });
  const worths = { survivor: worth(500_00), merged: worth(20_00, 9) };

  it('is the larger of the two, whichever stays', () => {
    expect(moneyAtStake(worths)).toBe(500_00);
    expect(moneyAtStake({ survivor: worths.merged, merged: worths.survivor })).toBe(500_00);
    expect(needsConsent(worths, 500_00)).toBe(true);
    expect(needsConsent(worths, 500_01)).toBe(false);
    expect(needsConsent({ survivor: worth(0, 500_00), merged: worth(0) }, 500_00)).toBe(true);
  });

  it('is more than was agreed to as soon as either has more', () => {
    expect(isMoreThan({ survivor: worth(400_00), merged: worth(20_00, 9) }, worths)).toBe(false);
    expect(isMoreThan({ ...worths, survivor: worth(500_01) }, worths)).toBe(true);
    expect(isMoreThan({ ...worths, merged: worth(20_00, 10) }, worths)).toBe(true);
  });
});
