import { memberKeys, questionOf, searchText } from './member-search.rules.js';

const keysOf = (member: Parameters<typeof memberKeys>[0], kind: string) =>
  memberKeys(member)
    .filter((key) => key.kind === kind || key.kind === `${kind}_part`)
    .map(({ key }) => key);

describe('what a member is found by', () => {
  it('every suffix of the name in hanzi, pinyin and initials', () => {
    const member = { name: '王小明' };
    expect(keysOf(member, 'name')).toEqual(['王小明', '小明', '明']);
    expect(keysOf(member, 'pinyin')).toEqual(['wangxiaoming', 'xiaoming', 'ming']);
    expect(keysOf(member, 'initials')).toEqual(['wxm', 'xm', 'm']);
  });

  it('whole names apart from their parts', () => {
    const kinds = memberKeys({ name: '王小明' }).map(({ key, kind }) => `${kind} ${key}`);
    expect(kinds).toContain('pinyin wangxiaoming');
    expect(kinds).toContain('pinyin_part xiaoming');
    expect(kinds).toContain('name_part 明');
  });

  it('reads a surname as a surname', () => {
    expect(keysOf({ name: '单雄信' }, 'pinyin')[0]).toBe('shanxiongxin');
    expect(keysOf({ name: '曾小贤' }, 'pinyin')[0]).toBe('zengxiaoxian');
    expect(keysOf({ name: '欧阳娜' }, 'initials')[0]).toBe('oyn');
    expect(keysOf({ name: '吕布' }, 'pinyin')[0]).toBe('lvbu');
  });

  it('latin names without case and spaces, from each word on', () => {
    expect(keysOf({ name: 'Anna Lee' }, 'name')).toEqual(['annalee', 'lee']);
    expect(keysOf({ name: 'Anna Lee' }, 'initials')).toEqual(['al', 'l']);
    expect(keysOf({ name: 'Tony老师' }, 'pinyin')).toEqual(['tonylaoshi', 'laoshi', 'shi']);
  });

  it('the nickname too, and the phone with its last four', () => {
    const keys = memberKeys({ name: '李雷', nickname: '小李', phone: '19900002046' });
    expect(keys).toEqual(
      expect.arrayContaining([
        { key: 'xiaoli', kind: 'pinyin' },
        { key: '19900002046', kind: 'phone' },
        { key: '2046', kind: 'last4' },
      ]),
    );
    expect(new Set(keys.map(({ key, kind }) => kind + key)).size).toBe(keys.length);
  });

  it('keeps what is no hanzi as it is', () => {
    expect(keysOf({ name: '阿Q' }, 'name')).toEqual(['阿q', 'q']);
    expect(keysOf({ name: '😀' }, 'name')).toEqual(['😀']);
  });
});

describe('what was asked', () => {
  it.each([
    ['138 1234 2046', { by: 'number', number: '13812342046', phone: '13812342046' }],
    ['+8613812342046', { by: 'number', number: '+8613812342046', phone: '13812342046' }],
    ['8613812342046', { by: 'number', number: '8613812342046', phone: '13812342046' }],
    ['(+86) 138 1234 2046', { by: 'number', number: '(+86)13812342046', phone: '13812342046' }],
    [
      '\u202A１３８１２３４２０４６\u202C',
      { by: 'number', number: '13812342046', phone: '13812342046' },
    ],
    [
      '；6800102732742401？',
      { by: 'number', number: '6800102732742401', phone: '6800102732742401' },
    ],
    ['王\u200B小明', { by: 'name', text: '王小明' }],
    ['2046', { by: 'last4', digits: '2046' }],
    ['WXM', { by: 'name', text: 'wxm' }],
    ['wang xiaoming', { by: 'name', text: 'wangxiaoming' }],
    ['小明', { by: 'name', text: '小明' }],
    ['ＷＸＭ', { by: 'name', text: 'wxm' }],
    ['12', { by: 'nothing' }],
    ['  ', { by: 'nothing' }],
  ])('%s', (typed, expected) => expect(questionOf(typed)).toEqual(expected));

  it('compares names without blanks and dots', () => {
    expect(searchText('阿里·木 江')).toBe('阿里木江');
  });
});
