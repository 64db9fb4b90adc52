/** What a column can mean. The order is that of the template. */
export const IMPORT_FIELDS = [
  'cardNo',
  'memberNo',
  'name',
  'nickname',
  'phone',
  'gender',
  'birthday',
  'lunar',
  'level',
  'store',
  'joinedOn',
  'cardState',
  'cardExpiresOn',
  'balance',
  'principal',
  'bonus',
  'bonusExpiresOn',
  'points',
  'pointsExpiresOn',
  'visits',
  'spend',
  'referrer',
  'tags',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Which column of the file a field is read from, counted from 0. */
export type ColumnMapping = Partial<Record<ImportField, number>>;

// Headers as the previous systems write them, in the form of headerKey.
const ALIASES: Record<ImportField, readonly string[]> = {
  cardNo: ['卡号', '会员卡号', '卡编号', '卡号码', '会员卡编号', 'cardno', 'cardnumber', 'card'],
  memberNo: ['会员编号', '会员号', '编号', '客户编号', '会员id', 'memberno', 'memberid'],
  name: [
    '姓名',
    '会员姓名',
    '会员名称',
    '客户姓名',
    '顾客姓名',
    '名称',
    '真实姓名',
    'name',
    'fullname',
  ],
  nickname: ['昵称', '称呼', '别名', 'nickname'],
  phone: [
    '手机',
    '手机号',
    '手机号码',
    '移动电话',
    '电话',
    '电话号码',
    '联系电话',
    '联系方式',
    '会员手机',
    '手机/电话',
    'phone',
    'mobile',
    'tel',
    'phonenumber',
  ],
  gender: ['性别', '会员性别', 'gender', 'sex'],
  birthday: [
    '生日',
    '会员生日',
    '出生日期',
    '出生年月',
    '公历生日',
    '阳历生日',
    'birthday',
    'dateofbirth',
  ],
  lunar: [
    '农历',
    '是否农历',
    '阴历',
    '是否阴历',
    '农历生日',
    '阴历生日',
    '生日类型',
    '历法',
    'lunar',
    'calendar',
  ],
  level: [
    '等级',
    '会员等级',
    '会员级别',
    '级别',
    '会员类别',
    '会员类型',
    '类别',
    '卡类型',
    '卡类别',
    '卡等级',
    '会员卡类型',
    'level',
    'membertype',
    'tier',
  ],
  store: [
    '门店',
    '店铺',
    '开卡门店',
    '发卡门店',
    '所属门店',
    '所属店铺',
    '开卡店铺',
    '登记门店',
    '归属门店',
    '分店',
    'store',
    'branch',
    'homestore',
  ],
  joinedOn: [
    '开卡日期',
    '办卡日期',
    '发卡日期',
    '开卡时间',
    '办卡时间',
    '发卡时间',
    '登记日期',
    '登记时间',
    '注册日期',
    '注册时间',
    '入会日期',
    '入会时间',
    '建卡日期',
    'joinedon',
    'joined',
    'openedon',
  ],
  cardState: ['卡状态', '状态', '会员状态', '会员卡状态', 'cardstate', 'cardstatus', 'status'],
  cardExpiresOn: [
    '到期日期',
    '有效期',
    '过期日期',
    '到期时间',
    '有效期至',
    '失效日期',
    '有效日期',
    '卡有效期',
    '过期时间',
    'cardexpireson',
    'cardexpires',
    'expireson',
    'validuntil',
  ],
  balance: ['余额合计', '总余额', '账户总额', 'totalbalance'],
  principal: [
    '本金',
    '本金余额',
    '储值本金',
    '余额',
    '储值余额',
    '卡内余额',
    '账户余额',
    '卡余额',
    '预存款',
    '会员余额',
    '储值金额',
    '剩余金额',
    'principal',
    'balance',
  ],
  bonus: ['赠送', '赠送金额', '赠送余额', '赠送金', '赠金', '赠款', '赠金余额', 'bonus'],
  bonusExpiresOn: [
    '赠送到期',
    '赠送到期日期',
    '赠送金到期',
    '赠送有效期',
    '赠金到期',
    'bonusexpireson',
    'bonusexpires',
  ],
  points: [
    '积分',
    '会员积分',
    '积分余额',
    '可用积分',
    '剩余积分',
    '当前积分',
    '卡内积分',
    'points',
  ],
  pointsExpiresOn: [
    '积分到期',
    '积分到期日期',
    '积分有效期',
    'pointsexpireson',
    'pointsexpireon',
    'pointsexpires',
  ],
  visits: ['次数', '剩余次数', '计次余额', '剩余计次', '可用次数', 'visits'],
  spend: [
    '累计消费',
    '累计消费金额',
    '消费总额',
    '总消费',
    '消费金额',
    '累积消费',
    '消费累计',
    'spend',
    'totalspent',
    'accumulatedspend',
  ],
  referrer: [
    '推荐人',
    '推荐人卡号',
    '推荐人编号',
    '介绍人',
    '推荐人手机',
    'referrer',
    'referredby',
  ],
  tags: ['标签', '会员标签', 'tags'],
  note: ['备注', '说明', '会员备注', '备注信息', 'note', 'notes', 'remark', 'remarks'],
};

// What the file of refused rows adds; it means nothing when it comes back.
const REASON_HEADERS = new Set(['原因', '未导入原因', 'reason', 'whynotimported']);
const SECRET_HEADER = /密码|口令|password|passwd|^pin(码)?$/i;

const FIELD_OF = new Map(
  IMPORT_FIELDS.flatMap((field) => ALIASES[field].map((alias) => [alias, field] as const)),
);

/** No header that is known is longer, with its unit and a remark. */
const MAX_HEADER = 100;

/** A header without its unit, marks and blanks: '余额（元）*' is '余额'. */
export function headerKey(header: string): string {
  return header
    .slice(0, MAX_HEADER)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:：.#_-]+/g, '');
}

export function isSecretHeader(header: string): boolean {
  return SECRET_HEADER.test(headerKey(header));
}

export function isKnownHeader(header: string): boolean {
  const key = headerKey(header);
  return FIELD_OF.has(key) || REASON_HEADERS.has(key);
}

const TOTAL_BALANCES = new Set([
  '余额',
  '储值余额',
  '卡内余额',
  '账户余额',
  '卡余额',
  '会员余额',
  'balance',
]);

/**
 * The mapping that the headers suggest. The first column of a meaning counts. A plain "余额" is the principal, unless
 * the file has principal or bonus of its own: then it is the sum of both and only compared.
 */
export function suggestedMapping(headers: readonly string[]): ColumnMapping {
  const keys = headers.map(headerKey);
  const has = (field: ImportField) =>
    keys.some((key) => FIELD_OF.get(key) === field && !TOTAL_BALANCES.has(key));
  const mapping: ColumnMapping = {};
  for (const [index, key] of keys.entries()) {
    let field = FIELD_OF.get(key);
    if (!field || isSecretHeader(headers[index] ?? '')) continue;
    if (field === 'principal' && TOTAL_BALANCES.has(key) && has('principal')) field = 'balance';
    mapping[field] ??= index;
  }
  // '农历生日' alone holds the day itself, not the mark beside it.
  if (mapping.lunar !== undefined && /生日$/.test(keys[mapping.lunar] ?? ''))
    if (mapping.birthday === undefined) {
      mapping.birthday = mapping.lunar;
    }
  return mapping;
}

export type MappingProblem =
  /** Nothing tells the rows apart. */
  | 'no_identity'
  | 'no_name'
  /** One column can't mean two things. */
  | 'column_twice'
  | 'column_missing'
  /** A sum can't be split without one of its parts. */
  | 'balance_without_parts';

const MAY_SHARE: readonly ImportField[] = ['birthday', 'lunar'];

/** What stands against a mapping before a single row is looked at. */
export function mappingProblems(
  mapping: ColumnMapping,
  columns: number,
): { field: ImportField; code: MappingProblem }[] {
  const problems: { field: ImportField; code: MappingProblem }[] = [];
  const taken = new Map<number, ImportField>();
  for (const field of IMPORT_FIELDS) {
    const column = mapping[field];
    if (column === undefined) continue;
    if (column >= columns) problems.push({ field, code: 'column_missing' });
    const other = taken.get(column);
    if (other && !(MAY_SHARE.includes(field) && MAY_SHARE.includes(other)))
      problems.push({ field, code: 'column_twice' });
    taken.set(column, field);
  }
  const { cardNo, memberNo, phone, name, nickname, balance, principal } = mapping;
  if (cardNo === undefined && memberNo === undefined && phone === undefined)
    problems.push({ field: 'cardNo', code: 'no_identity' });
  if (name === undefined && nickname === undefined)
    problems.push({ field: 'name', code: 'no_name' });
  if (balance !== undefined && principal === undefined)
    problems.push({ field: 'balance', code: 'balance_without_parts' });
  return problems;
}
