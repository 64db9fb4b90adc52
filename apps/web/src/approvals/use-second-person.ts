import { useIntervalFn } from '@vueuse/core';
import { ApiError, useCommand } from '#web-kit';
import { computed, ref, watch, type Ref } from 'vue';
import {
  approvalsApi,
  type ApprovalInput,
  type NeededApproval,
  type RefusedAct,
  type RequestView,
} from './approvals.api.js';

/** Errors that belong to the entries of SecondPerson. The first asks for them: the block says it better than a line. */
const FIELD_OF_CODE: Record<string, string> = {
  'approval.required': 'approval',
  'approval.wrong_pin': 'approval.pin',
  'approval.locked': 'approval.pin',
  'approval.too_many_attempts': 'approval.pin',
  'approval.own_act': 'approval.login',
  'approval.not_allowed': 'approval.login',
};
const ASKS_AGAIN = ['approval.not_approved', 'approval.other_request', 'approval.not_found'];
const POLL_MS = 2_000;

/**
 * The second person of a dialog: nothing until the server refuses with approval.required, then a block to fill in
 * (SecondPerson.vue), and its part of the command.
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
  const request = ref<Pick<RequestView, 'id' | 'status' | 'expiresAt'> | null>(null);
  const answer = ref<RequestView | null>(null);
  const failed = ref<unknown>(null);
  const asking = useCommand();

  const isWaiting = computed(() => request.value?.status === 'pending');
  const poll = useIntervalFn(() => void look(), POLL_MS, { immediate: false });

  watch(open, (isOpen) => {
    if (isOpen) reset();
    else if (isWaiting.value) void withdraw();
  });

  function reset(): void {
    poll.pause();
    needed.value = null;
    limitCents.value = null;
    login.value = '';
    startOver();
  }

  /** Another try on the same question. */
  function startOver(): void {
    poll.pause();
    pin.value = '';
    note.value = '';
    request.value = null;
    answer.value = null;
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
    } else if (ASKS_AGAIN.includes(error.code)) {
      reset();
    }
  }

  /** Asks whoever may decide, on their own device, and waits. */
  async function ask(): Promise<void> {
    const question = needed.value;
    if (!question) return;
    failed.value = null;
    try {
      const text = note.value.trim();
      const asked = await asking.run((key) =>
        approvalsApi.ask({ ...question, ...(text ? { note: text } : {}) }, key),
      );
      if (!asked) return;
      request.value = { id: asked.requestId, status: 'pending', expiresAt: asked.expiresAt };
      poll.resume();
    } catch (error) {
      failed.value = error;
    }
  }

  async function look(): Promise<void> {
    const asked = request.value;
    if (!asked) return;
    try {
      const seen = await approvalsApi.view(asked.id);
      if (request.value?.id !== asked.id) return;
      failed.value = null;
      answer.value = seen;
      request.value = { id: seen.id, status: seen.status, expiresAt: seen.expiresAt };
      if (seen.status !== 'pending') poll.pause();
    } catch (error) {
      // No answer now: the next look may have one.
      failed.value = error;
    }
  }

  /** Needs it no more: the others' inbox is not to be full of it. */
  async function withdraw(): Promise<void> {
    const asked = request.value;
    startOver();
    if (!asked) return;
    asking.open();
    await asking.run((key) => approvalsApi.cancel(asked.id, key)).catch(() => undefined);
  }

  return {
    needed,
    limitCents,
    login,
    pin,
    note,
    request,
    answer,
    failed,
    isWaiting,
    busy: asking.busy,
    fieldOfCode: FIELD_OF_CODE,
    /** Whether the dialog's button may be pressed as far as the second person is concerned. */
    ready: computed(
      () =>
        needed.value === null ||
        request.value?.status === 'approved' ||
        (login.value.trim() !== '' && /^\d{6}$/.test(pin.value) && request.value === null),
    ),
    /** Part of the command's body; undefined while nobody is asked for. */
    approval: (): ApprovalInput | undefined => {
      if (!needed.value) return undefined;
      if (request.value?.status === 'approved') return { requestId: request.value.id };
      return { login: login.value.trim(), pin: pin.value };
    },
    refused,
    ask,
    withdraw,
    startOver,
  };
}

export type SecondPersonState = ReturnType<typeof useSecondPerson>;
