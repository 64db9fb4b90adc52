import { ApiError, useCommand } from '#web/web-kit';
import { computed, ref, watch, type Ref } from 'vue';
import {
  approvalsApi,
  type ApprovalInput,
  type NeededApproval,
  type RefusedAct,
} from './approvals.api.js';

/** Errors that belong to the entries of SecondPerson. The first asks for them: the block says it better than a line. */
const FIELD_OF_CODE: Record<string, string> = {
  'approval.required': 'approval',
  'approval.wrong_pin': 'approval.pin',
  'approval.too_many_attempts': 'approval.pin',
  'approval.own_act': 'approval.login',
  'approval.not_allowed': 'approval.login',
};

/**
 * The second person of a dialog: nothing until the server refuses with approval.required, then a block to fill in
 * (SecondPerson.vue), and its part of the command. Who is asked on their own device is waited for outside of the dialog
 * (waiting-acts.ts).
 *
 * `submit` sends `approval: second.approval()`, the dialog has `:field-of-code="second.fieldOfCode"`,
 * `:ready="… && second.ready.value"` and `@refused="second.refused"`, and `<SecondPerson :second="second" />` inside.
 */
export function useSecondPerson(open: Ref<boolean>) {
  const needed = ref<NeededApproval | null>(null);
  const limitCents = ref<number | null>(null);
  const login = ref('');
  const pin = ref('');
  const note = ref('');
  const failed = ref<unknown>(null);
  const asking = useCommand();

  watch(open, (isOpen) => {
    if (isOpen) reset();
  });

  function reset(): void {
    needed.value = null;
    limitCents.value = null;
    login.value = '';
    startOver();
  }

  function startOver(): void {
    pin.value = '';
    note.value = '';
    failed.value = null;
  }

  function refused(error: ApiError): void {
    if (error.code === 'approval.required') {
      const { limitCents: from, ...question } = error.params as unknown as RefusedAct;
      startOver();
      needed.value = question;
      limitCents.value = from;
      asking.open();
    } else if (FIELD_OF_CODE[error.code]) {
      pin.value = '';
    }
  }

  /** Asks whoever may decide, on their own device. The number of the request; undefined where it did not go out. */
  async function ask(): Promise<number | undefined> {
    const question = needed.value;
    if (!question) return undefined;
    failed.value = null;
    try {
      const text = note.value.trim();
      const asked = await asking.run((key) =>
        approvalsApi.ask({ ...question, ...(text ? { note: text } : {}) }, key),
      );
      return asked?.requestId;
    } catch (error) {
      failed.value = error;
      return undefined;
    }
  }

  return {
    needed,
    limitCents,
    login,
    pin,
    note,
    failed,
    busy: asking.busy,
    fieldOfCode: FIELD_OF_CODE,
    /** Whether the dialog's button may be pressed as far as the second person is concerned. */
    ready: computed(
      () => needed.value === null || (login.value.trim() !== '' && /^\d{6}$/.test(pin.value)),
    ),
    /** Part of the command's body; undefined while nobody is asked for. */
    approval: (): ApprovalInput | undefined =>
      needed.value ? { login: login.value.trim(), pin: pin.value } : undefined,
    refused,
    ask,
  };
}

export type SecondPersonState = ReturnType<typeof useSecondPerson>;
