import type { Declaration, Sql } from '#kernel';
import { addWords, type FileLanguage } from '#kernel/lists';
import type { DeclaredSettings, SettingKey } from '#chain/settings';

type Switch = {
  [K in SettingKey]: DeclaredSettings[K] extends boolean ? K : never;
}[SettingKey];

/** Whom a notice is for, and the store that it speaks for. */
export interface Told {
  memberId: number;
  storeId: number;
  /** The act was undone since, or nobody is there any more: it is not sent. */
  voided: boolean;
}

/** A message to a member after an act. */
export interface NoticeSpec<Payload extends object, Act extends Told> {
  /** As the list of messages names it. */
  kind: string;
  /** The row of the outbox that it follows; several notices may follow one. */
  topic: string;
  /** The setting that turns it off. */
  setting: Switch;
  /**
   * Sent also to members who want no service messages: money that leaves a wallet, and who may take it. A refusal is written
   * down by staff, so it must not be a way to do the rest unheard.
   */
  security: boolean;
  /** What there is to tell; undefined: nothing. */
  find(sql: Sql, payload: Payload): Promise<Act | undefined>;
  /** In the chain's language, whatever the cashier's screen speaks, without the signature. */
  text(act: NoInfer<Act>): string;
  /** Where it goes, if not to the phone of the member's record. */
  phone?(payload: Payload): string;
}

/** What became of a row of the outbox, ready to be sent. */
export interface Composed extends Told {
  text: string;
  phone?: string;
}

export interface Notice extends Pick<
  NoticeSpec<object, Told>,
  'kind' | 'topic' | 'setting' | 'security'
> {
  compose(sql: Sql, payload: object): Promise<Composed | undefined>;
}

export function defineNotice<Payload extends object, Act extends Told>(
  spec: NoticeSpec<Payload, Act>,
): Notice {
  const { kind, topic, setting, security } = spec;
  return {
    kind,
    topic,
    setting,
    security,
    async compose(sql, payload) {
      const act = await spec.find(sql, payload as Payload);
      if (!act) return undefined;
      const { memberId, storeId, voided } = act;
      const phone = spec.phone?.(payload as Payload);
      return { memberId, storeId, voided, text: spec.text(act), ...(phone ? { phone } : {}) };
    },
  };
}

const declared = new Map<string, Notice>();
const kinds: string[] = [];

/** Every kind of message there is. It grows as capabilities declare theirs. */
export const MESSAGE_KINDS: readonly string[] = kinds;

/** What kinds of messages are called, and the work in the background that sends them: `words/notices.locale.ts`. */
export type NoticeWords = Readonly<
  Record<
    FileLanguage,
    {
      messages: { kinds: Readonly<Record<string, string>> };
      jobs?: { topics: Readonly<Record<string, string>> };
    }
  >
>;

/** The notices of a capability, `*.notices.ts`, and what they are called. */
export const notices =
  (words: NoticeWords, ...all: readonly Notice[]): Declaration =>
  () => {
    for (const notice of all) {
      const known = declared.get(notice.kind);
      if (known && known !== notice) throw new Error(`two notices are called ${notice.kind}`);
      declared.set(notice.kind, notice);
    }
    messageKinds(words)();
  };

/** Kinds of messages that follow no act. */
export const messageKinds =
  (words: NoticeWords): Declaration =>
  () => {
    for (const kind of Object.keys(words.en.messages.kinds))
      if (!kinds.includes(kind)) kinds.push(kind);
    const of = (pick: (of: NoticeWords['en']) => Readonly<Record<string, string>> | undefined) => ({
      'zh-CN': pick(words['zh-CN']) ?? {},
      en: pick(words.en) ?? {},
    });
    addWords(
      'messageKind',
      of(({ messages }) => messages.kinds),
    );
    addWords(
      'jobTopic',
      of(({ jobs }) => jobs?.topics),
    );
  };

export const declaredNotices = (): readonly Notice[] => [...declared.values()];
