import {
  type ColumnMapping,
  columnProblems,
  type ColumnProblem,
  headerKey,
  type ImportField as FieldOfImport,
  isSecretHeader,
} from '#chain/imports/rules';

/** What a column of a file of members can mean. The order is that of the template. */
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

export type MemberColumns = ColumnMapping<ImportField>;

/** How each is found in a file, and shown in one; headers apart by a blank. */
const field = (
  name: ImportField,
  width: number,
  headers: string,
  more: Pick<FieldOfImport<ImportField>, 'isFigure' | 'sharesWith'> = {},
): FieldOfImport<ImportField> => ({ name, width, aliases: headers.split(' '), ...more });

export const MEMBER_FIELDS: readonly FieldOfImport<ImportField>[] = [
  field('cardNo', 20, '卡号 会员卡号 卡编号 卡号码 会员卡编号 cardno cardnumber card'),
  field('memberNo', 12, '会员编号 会员号 编号 客户编号 会员id memberno memberid'),
  field('name', 12, '姓名 会员姓名 会员名称 客户姓名 顾客姓名 名称 真实姓名 name fullname'),
  field('nickname', 12, '昵称 称呼 别名 nickname'),
  field(
    'phone',
    14,
    '手机 手机号 手机号码 移动电话 电话 电话号码 联系电话 联系方式 会员手机 手机/电话 phone mobile tel phonenumber',
  ),
  field('gender', 8, '性别 会员性别 gender sex'),
  field('birthday', 12, '生日 会员生日 出生日期 出生年月 公历生日 阳历生日 birthday dateofbirth'),
  field('lunar', 8, '农历 是否农历 阴历 是否阴历 农历生日 阴历生日 生日类型 历法 lunar calendar', {
    sharesWith: 'birthday',
  }),
  field(
    'level',
    12,
    '等级 会员等级 会员级别 级别 会员类别 会员类型 类别 卡类型 卡类别 卡等级 会员卡类型 level membertype tier',
  ),
  field(
    'store',
    14,
    '门店 店铺 开卡门店 发卡门店 所属门店 所属店铺 开卡店铺 登记门店 归属门店 分店 store branch homestore',
  ),
  field(
    'joinedOn',
    12,
    '开卡日期 办卡日期 发卡日期 开卡时间 办卡时间 发卡时间 登记日期 登记时间 注册日期 注册时间 入会日期 入会时间 建卡日期 joinedon joined openedon',
  ),
  field('cardState', 10, '卡状态 状态 会员状态 会员卡状态 cardstate cardstatus status'),
  field(
    'cardExpiresOn',
    14,
    '到期日期 有效期 过期日期 到期时间 有效期至 失效日期 有效日期 卡有效期 过期时间 cardexpireson cardexpires expireson validuntil',
  ),
  field('balance', 12, '余额合计 总余额 账户总额 totalbalance', { isFigure: true }),
  field(
    'principal',
    12,
    '本金 本金余额 储值本金 余额 储值余额 卡内余额 账户余额 卡余额 预存款 会员余额 储值金额 剩余金额 principal balance',
    { isFigure: true },
  ),
  field('bonus', 12, '赠送 赠送金额 赠送余额 赠送金 赠金 赠款 赠金余额 bonus', { isFigure: true }),
  field(
    'bonusExpiresOn',
    14,
    '赠送到期 赠送到期日期 赠送金到期 赠送有效期 赠金到期 bonusexpireson bonusexpires',
  ),
  field('points', 10, '积分 会员积分 积分余额 可用积分 剩余积分 当前积分 卡内积分 points', {
    isFigure: true,
  }),
  field(
    'pointsExpiresOn',
    14,
    '积分到期 积分到期日期 积分有效期 pointsexpireson pointsexpireon pointsexpires',
  ),
  field('visits', 10, '次数 剩余次数 计次余额 剩余计次 可用次数 visits', { isFigure: true }),
  field(
    'spend',
    12,
    '累计消费 累计消费金额 消费总额 总消费 消费金额 累积消费 消费累计 spend totalspent accumulatedspend',
    { isFigure: true },
  ),
  field('referrer', 16, '推荐人 推荐人卡号 推荐人编号 介绍人 推荐人手机 referrer referredby'),
  field('tags', 16, '标签 会员标签 tags'),
  field('note', 28, '备注 说明 会员备注 备注信息 note notes remark remarks'),
];

const FIELD_OF = new Map(
  MEMBER_FIELDS.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)),
);

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
export function suggestedMapping(headers: readonly string[]): MemberColumns {
  const keys = headers.map(headerKey);
  const has = (field: ImportField) =>
    keys.some((key) => FIELD_OF.get(key) === field && !TOTAL_BALANCES.has(key));
  const mapping: MemberColumns = {};
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

/** What stands against a mapping before a single row is looked at. */
export type MappingProblem =
  | ColumnProblem
  /** Nothing tells the rows apart. */
  | 'no_identity'
  | 'no_name'
  /** A sum can't be split without one of its parts. */
  | 'balance_without_parts';

export function mappingProblems(
  mapping: MemberColumns,
  columns: number,
): { field: ImportField; code: MappingProblem }[] {
  const problems: { field: ImportField; code: MappingProblem }[] = columnProblems(
    MEMBER_FIELDS,
    mapping,
    columns,
  );
  const { cardNo, memberNo, phone, name, nickname, balance, principal } = mapping;
  if (cardNo === undefined && memberNo === undefined && phone === undefined)
    problems.push({ field: 'cardNo', code: 'no_identity' });
  if (name === undefined && nickname === undefined)
    problems.push({ field: 'name', code: 'no_name' });
  if (balance !== undefined && principal === undefined)
    problems.push({ field: 'balance', code: 'balance_without_parts' });
  return problems;
}
