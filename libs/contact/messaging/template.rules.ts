import { yuan } from '#kernel/rules';
import { MEMBER_TEXT } from './message.locale.js';
import { smsSegments } from './sms.rules.js';

/** What a template may put in for each member. */
export const TEMPLATE_VARIABLES = [
  'name',
  'level',
  'store',
  'balance',
  'principal',
  'bonus',
  'points',
  'birthday',
] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];

export const MAX_TEMPLATE = 500;

const PLACE = /\{([^{}]*)\}/g;

// Each variable goes by its code and by its Chinese name.
const BY_NAME = new Map<string, TemplateVariable>(
  TEMPLATE_VARIABLES.flatMap((code) => [
    [code, code] as const,
    [MEMBER_TEXT.variables[code], code] as const,
  ]),
);

const variableOf = (name: string): TemplateVariable | undefined =>
  BY_NAME.get(name.normalize('NFKC').trim());

/** Chinese keyboards type full-width braces: they mean the same. */
const withBraces = (text: string): string => text.replace(/｛/g, '{').replace(/｝/g, '}');

/** The variables a text uses, each once. */
export function variablesIn(text: string): TemplateVariable[] {
  const names = [...withBraces(text).matchAll(PLACE)].map(([, name = '']) => variableOf(name));
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** What stands in braces and is no variable, and braces that stand alone. */
export function unknownVariables(template: string): string[] {
  const text = withBraces(template);
  const unknown = [...text.matchAll(PLACE)]
    .map(([, name = '']) => name)
    .filter((name) => !variableOf(name))
    .map((name) => `{${name}}`);
  const alone = text.replace(PLACE, '').match(/[{}]/g) ?? [];
  return [...new Set([...unknown, ...alone])];
}

/** A member as texts see it. Amounts are cents. */
export interface MemberFigures {
  name: string;
  levelName: string;
  storeName: string;
  principalCents: number;
  bonusCents: number;
  points: number;
  birthday: {
    calendar: 'solar' | 'lunar';
    month: number;
    day: number;
    leapMonth: boolean;
  } | null;
}

/** The text for one member; what the member does not have is left out. */
export function renderTemplate(text: string, member: MemberFigures): string {
  const { calendar, month = 1, day = 1, leapMonth = false } = member.birthday ?? {};
  const birthday = {
    solar: () => MEMBER_TEXT.solarDay(month, day),
    lunar: () => MEMBER_TEXT.lunarDay(month, day, leapMonth),
  };
  const values: Record<TemplateVariable, () => string> = {
    name: () => member.name,
    level: () => member.levelName,
    store: () => member.storeName,
    balance: () => yuan(member.principalCents + member.bonusCents),
    principal: () => yuan(member.principalCents),
    bonus: () => yuan(member.bonusCents),
    points: () => String(member.points),
    birthday: () => (calendar ? birthday[calendar]() : ''),
  };
  return withBraces(text).replace(PLACE, (place, name: string) => {
    const code = variableOf(name);
    return code ? values[code]() : place;
  });
}

/** What goes out: 【signature】text opt-out. Both count as characters (golden G30). */
export function advertisement(signature: string, text: string, optOut: string): string {
  return `${signature ? `【${signature}】` : ''}${text}${optOut}`;
}

/** How many parts an advertising message takes. */
export const advertisementParts = (signature: string, text: string, optOut: string): number =>
  smsSegments(advertisement(signature, text, optOut));
